package org.postbag.matching.campaign;

import java.util.List;

/// What a campaign's letters have in common.
///
/// @param number identifies it
/// @param letters how many it has
/// @param sentences the consensus, a sentence once
/// @param said what staff said of it
public record CampaignText(long number, int letters, List<String> sentences, StaffWord said) {
  public CampaignText {
    sentences = List.copyOf(sentences);
  }
}
