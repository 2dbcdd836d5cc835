package org.postbag.past.standard;

import java.util.ArrayList;
import java.util.List;

/// A reply of a group, in pieces.
final class Member {
  private final PastReply sent;
  private final boolean greets;
  private final List<Piece> pieces;
  private final List<String> keys = new ArrayList<>();
  private final Variants variants;

  Member(PastReply sent, Greeting greeting, OfficeSignature signature, java.time.ZoneId zone) {
    String text = sent.reply().ownText();
    int from = greeting.end(sent);
    int to = Math.max(from, signature.start(text));
    this.sent = sent;
    this.greets = from > 0;
    this.pieces = new ArrayList<>(Pieces.of(text.substring(from, to), sent.reply().language()));
    this.variants = new Variants(sent, zone);
    pieces.forEach(piece -> keys.add(Piece.key(piece.text())));
  }

  PastReply sent() {
    return sent;
  }

  boolean greets() {
    return greets;
  }

  int size() {
    return pieces.size();
  }

  Piece piece(int i) {
    return pieces.get(i);
  }

  String key(int i) {
    return keys.get(i);
  }

  List<String> keys() {
    return keys;
  }

  List<String> variants(int i) {
    return variants.of(pieces.get(i).text());
  }

  /// A piece turns out to be that text.
  void set(int i, String text) {
    pieces.set(i, new Piece(pieces.get(i).glue(), text));
    keys.set(i, Piece.key(text));
  }
}
