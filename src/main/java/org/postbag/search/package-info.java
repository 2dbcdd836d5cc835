/// What is found again: all letters, the decided ones among them, and the topics with their
/// standard replies, in Lucene.
///
/// The index of the letters is a read model in the data folder. It follows the database, says at
/// each commit how far, and goes on from there after any end; what is missing, damaged or of
/// another version is made anew from the database. A sample of each decided letter's runs of words
/// is kept in memory, so that those in the words of another letter are found at once.
///
/// **What can fail.** The disk: then letters are matched without their neighbours and searched in
/// the last state that could be written.
///
/// **Settings.** None.
@NullMarked
package org.postbag.search;

import org.jspecify.annotations.NullMarked;
