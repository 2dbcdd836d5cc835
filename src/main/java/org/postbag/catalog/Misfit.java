package org.postbag.catalog;

/// Refuses a value, saying why and what to write in its place.
public final class Misfit extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String mend;

  /// @param why follows the value in the sentence, as in "is no address"
  public Misfit(String why, String mend) {
    super(why);
    this.mend = mend;
  }

  public String mend() {
    return mend;
  }
}
