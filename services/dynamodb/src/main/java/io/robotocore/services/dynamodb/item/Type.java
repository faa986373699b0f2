package io.robotocore.services.dynamodb.item;

/** The types of attribute values, each with its words in expressions' errors. */
public enum Type {
  S("STRING"),
  N("NUMBER"),
  B("BINARY"),
  BOOL("BOOLEAN"),
  NULL("NULL"),
  SS("STRING_SET"),
  NS("NUMBER_SET"),
  BS("BINARY_SET"),
  L("LIST"),
  M("MAP");

  private final String word;

  Type(String word) {
    this.word = word;
  }

  /** What errors of update expressions call it. */
  public String word() {
    return word;
  }

  /** Whether values of this type have an order that comparisons know. */
  public boolean isOrdered() {
    return this == S || this == N || this == B;
  }

  /** Whether values of this type are sets. */
  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }
}
