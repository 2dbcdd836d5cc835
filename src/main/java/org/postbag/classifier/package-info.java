/// What is learned from topics and decided letters: the centre of each topic, a regression between
/// the topics, and how much each kind of evidence counts.
///
/// Topics are numbers here, from 0 in the order of the catalog; [LabelledText#NONE] is none of them.
///
/// **What can fail.** Nothing: with no examples at all the topics' own words are the model.
///
/// **Settings.** None.
@NullMarked
package org.postbag.classifier;

import org.jspecify.annotations.NullMarked;
