package io.robotocore.services.dynamodb;

import io.robotocore.state.State;
import io.robotocore.state.Table;
import io.robotocore.state.Timetable;
import java.time.Instant;

/** The tables of an account in a region, and their streams. */
final class DynamoDbState extends State {

  private final Table<String, DynamoTable> tables = table();
  private final Table<String, Stream> streams = table();
  private final Table<String, Backup> backups = table();
  private final Table<String, Export> exports = table();
  private final Table<String, Import> imports = table();
  private final Table<String, Tokens.Done> tokens = table();
  private final Table<String, String> tokenTimes = table();
  private final Table<String, Instant> settling = table();
  private final Timetable<Due> due = timetable();

  /** The tables by name. */
  Table<String, DynamoTable> tables() {
    return tables;
  }

  /** The streams by ARN, those of tables that are gone among them. */
  Table<String, Stream> streams() {
    return streams;
  }

  /** The backups by ARN. */
  Table<String, Backup> backups() {
    return backups;
  }

  /** The exports by ARN. */
  Table<String, Export> exports() {
    return exports;
  }

  /** The imports by ARN. */
  Table<String, Import> imports() {
    return imports;
  }

  /** The transactions of the last minutes by token. */
  Table<String, Tokens.Done> tokens() {
    return tokens;
  }

  /** The same tokens in the order of time. */
  Table<String, String> tokenTimes() {
    return tokenTimes;
  }

  /** When settings, backups and jobs become what they are described as, if that takes time. */
  Table<String, Instant> settling() {
    return settling;
  }

  /** When items of tables expire, and when tables that are being deleted are gone. */
  Timetable<Due> due() {
    return due;
  }

  /** What happens to a table when its time comes. */
  sealed interface Due {
    String table();

    /** The id of the event: there is one of each kind for a table. */
    default String id() {
      return getClass().getSimpleName() + "/" + table();
    }
  }

  /** The table in which items expire. */
  record Sweep(String table) implements Due {}

  /** The table that is gone. */
  record Deletion(String table) implements Due {}
}
