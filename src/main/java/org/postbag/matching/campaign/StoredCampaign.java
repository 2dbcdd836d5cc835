package org.postbag.matching.campaign;

import java.util.List;

/// A campaign as it is kept over a restart.
///
/// @param number identifies it
/// @param members how many letters it has
/// @param runs how many of them have each run of words
/// @param texts typical letters, from which the consensus is made
/// @param said what staff said of it
public record StoredCampaign(
    long number, int members, byte[] runs, List<String> texts, StaffWord said) {
  public StoredCampaign {
    texts = List.copyOf(texts);
  }

  static StoredCampaign of(Cluster group, StaffWord said) {
    return new StoredCampaign(
        group.number(), group.members(), group.toBytes(), group.texts(), said);
  }

  Cluster group() {
    return Cluster.stored(number, members, runs, texts);
  }
}
