package org.postbag.classifier;

/// Solves small systems of linear equations.
final class LinearSolver {
  private LinearSolver() {}

  /// Solves A·x = b for a symmetric positive definite A by Gauss-Jordan elimination without
  /// pivoting. Overwrites A.
  static double[] solve(double[][] a, double[] b) {
    int size = b.length;
    double[] x = b.clone();
    for (int p = 0; p < size; p++) {
      double pivot = a[p][p];
      for (int c = 0; c < size; c++) {
        a[p][c] /= pivot;
      }
      x[p] /= pivot;
      for (int r = 0; r < size; r++) {
        double factor = a[r][p];
        if (r != p && factor != 0) {
          for (int c = 0; c < size; c++) {
            a[r][c] -= factor * a[p][c];
          }
          x[r] -= factor * x[p];
        }
      }
    }
    return x;
  }
}
