package org.postbag.matching.campaign;

import java.util.List;

/// A campaign as it is kept over a restart.
public final class StoredCampaign {
  private final long number;
  private final int members;
  private final byte[] runs;
  private final List<String> texts;
  private final StaffWord said;

  /// @param number identifies it
  /// @param members how many letters it has
  /// @param runs how many of them have each run of words
  /// @param texts typical letters, from which the consensus is made
  /// @param said what staff said of it
  public StoredCampaign(long number, int members, byte[] runs, List<String> texts, StaffWord said) {
    this.number = number;
    this.members = members;
    this.runs = runs.clone();
    this.texts = List.copyOf(texts);
    this.said = said;
  }

  static StoredCampaign of(Cluster group, StaffWord said) {
    return new StoredCampaign(
        group.number(), group.members(), group.toBytes(), group.texts(), said);
  }

  Cluster group() {
    return Cluster.stored(number, members, runs, texts);
  }

  public long number() {
    return number;
  }

  public int members() {
    return members;
  }

  public byte[] runs() {
    return runs.clone();
  }

  public List<String> texts() {
    return texts;
  }

  public StaffWord said() {
    return said;
  }
}
