package io.robotocore.services.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.BackupDescription;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;

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

  Backup as(BackupStatus status) {
    return new Backup(
        description.toBuilder()
            .backupDetails(description.backupDetails().toBuilder().backupStatus(status).build())
            .build(),
        table);
  }
}
