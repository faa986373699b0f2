package io.robotocore.services.dynamodb;

import io.robotocore.state.State;
import io.robotocore.state.Table;
import io.robotocore.state.Timetable;

/** The tables of an account in a region, and their streams. */
final class DynamoDbState extends State {

  private final Table<String, DynamoTable> tables = table();
  private final Table<String, Stream> streams = table();
  private final Timetable<Sweep> sweeps = timetable();

  /** The tables by name. */
  Table<String, DynamoTable> tables() {
    return tables;
  }

  /** The streams by ARN, those of tables that are gone among them. */
  Table<String, Stream> streams() {
    return streams;
  }

  /** When items of tables expire. */
  Timetable<Sweep> sweeps() {
    return sweeps;
  }

  /** The table in which items expire. */
  record Sweep(String table) {}
}
