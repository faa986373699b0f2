package io.robotocore.services.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.BackupDescription;

/**
 * A backup: a table as it was.
 *
 * @param description what is said of it
 * @param table the table, with all its items: a reference, not a copy
 */
record Backup(BackupDescription description, DynamoTable table) {

  String arn() {
    return description.backupDetails().backupArn();
  }
}
