package org.postbag;

/** The program: hands the command line to its verb. */
public final class Postbag {
  private Postbag() {}

  public static void main(String[] arguments) {}
}
