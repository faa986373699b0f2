package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lake Formation, QuickSight and what streams into OpenSearch, as their users see them. */
@AwsEmulator
final class DataLakeTest {

  private static final String ACCOUNT = ":us-east-1:111111111111:";
  private static final String OWNER = "111111111111";

  private final Emulator emulator;

  DataLakeTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void location_isRegisteredWithTheServiceLinkedRole_untilItIsDeregistered() {
    Catalogue lake = new Catalogue(emulator, "lakeformation");
    Map<String, Object> bucket = Map.of("ResourceArn", "arn:aws:s3:::lake");
    lake.ok("RegisterResource", bucket);
    assertThat(lake.error("RegisterResource", bucket)).isEqualTo("AlreadyExistsException");
    assertThat(lake.structure("DescribeResource", bucket, "ResourceInfo").get("RoleArn"))
        .asString()
        .endsWith("AWSServiceRoleForLakeFormationDataAccess");
    lake.ok("DeregisterResource", bucket);
    assertThat(lake.error("DescribeResource", bucket)).isEqualTo("EntityNotFoundException");
  }

  @Test
  void dataLakeSettings_haveDefaults_untilAdministratorsArePut() {
    Catalogue lake = new Catalogue(emulator, "lakeformation");
    assertThat(lake.structure("GetDataLakeSettings", Map.of(), "DataLakeSettings"))
        .containsEntry("DataLakeAdmins", List.of())
        .containsEntry("AllowExternalDataFiltering", false);
    List<Object> admins =
        List.of(Map.of("DataLakePrincipalIdentifier", "arn:aws:iam::111111111111:user/admin"));
    lake.ok("PutDataLakeSettings", Map.of("DataLakeSettings", Map.of("DataLakeAdmins", admins)));
    assertThat(lake.structure("GetDataLakeSettings", Map.of(), "DataLakeSettings"))
        .containsEntry("DataLakeAdmins", admins);
  }

  @Test
  void grant_isOneWithAllItsPermissions_andATransactionIsCommitted() {
    Catalogue lake = new Catalogue(emulator, "lakeformation");
    lake.ok(
        "GrantPermissions",
        Map.of(
            "Principal",
            Map.of("DataLakePrincipalIdentifier", "arn:aws:iam::111111111111:user/reader"),
            "Resource",
            Map.of("Database", Map.of("Name", "db")),
            "Permissions",
            List.of("ALTER", "DROP")));
    assertThat(lake.only("ListPermissions", Map.of(), "PrincipalResourcePermissions"))
        .containsEntry("Permissions", List.of("ALTER", "DROP"));
    Object id = lake.ok("StartTransaction", Map.of()).get("TransactionId");
    Map<String, Object> transaction = Map.of("TransactionId", id);
    assertThat(status(lake, transaction)).isEqualTo("ACTIVE");
    lake.ok("CommitTransaction", transaction);
    assertThat(status(lake, transaction)).isEqualTo("COMMITTED");
  }

  private static Object status(Catalogue lake, Map<String, Object> transaction) {
    Map<String, Object> told =
        lake.structure("DescribeTransaction", transaction, "TransactionDescription");
    return java.util.Objects.requireNonNull(told.get("TransactionStatus"));
  }

  @Test
  void quickSightUser_isAMemberOfAGroupOfItsNamespace() {
    Catalogue quicksight = new Catalogue(emulator, "quicksight");
    assertThat(quicksight.only("ListNamespaces", Map.of("AwsAccountId", OWNER), "Namespaces"))
        .containsEntry("Name", "default");
    Map<String, Object> bob =
        Map.of("AwsAccountId", OWNER, "Namespace", "default", "UserName", "bob");
    assertThat(
            quicksight.structure(
                "RegisterUser",
                Map.of(
                    "AwsAccountId",
                    OWNER,
                    "Namespace",
                    "default",
                    "UserName",
                    "bob",
                    "Email",
                    "bob@example.com",
                    "IdentityType",
                    "QUICKSIGHT",
                    "UserRole",
                    "READER"),
                "User"))
        .containsEntry("Arn", "arn:aws:quicksight" + ACCOUNT + "user/default/bob")
        .containsEntry("Role", "READER")
        .containsEntry("Active", false);
    for (String group : List.of("readers", "writers")) {
      quicksight.ok(
          "CreateGroup", Map.of("AwsAccountId", OWNER, "Namespace", "default", "GroupName", group));
    }
    quicksight.ok(
        "CreateGroupMembership",
        Map.of(
            "AwsAccountId",
            OWNER,
            "Namespace",
            "default",
            "GroupName",
            "readers",
            "MemberName",
            "bob"));
    assertThat(quicksight.only("ListUserGroups", bob, "GroupList"))
        .containsEntry("GroupName", "readers");
    quicksight.ok("DeleteUser", bob);
    assertThat(quicksight.error("DescribeUser", bob)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void ingestion_isCompleteWithNoRows_ofADataSetThatIsThere() {
    Catalogue quicksight = new Catalogue(emulator, "quicksight");
    Map<String, Object> ingestion =
        Map.of("AwsAccountId", OWNER, "DataSetId", "set", "IngestionId", "first");
    assertThat(quicksight.error("CreateIngestion", ingestion))
        .isEqualTo("ResourceNotFoundException");
    assertThat(
            quicksight.ok(
                "CreateDataSet",
                Map.of(
                    "AwsAccountId",
                    OWNER,
                    "DataSetId",
                    "set",
                    "Name",
                    "Set",
                    "ImportMode",
                    "SPICE",
                    "PhysicalTableMap",
                    Map.of())))
        .containsEntry("Arn", "arn:aws:quicksight" + ACCOUNT + "dataset/set");
    assertThat(quicksight.ok("CreateIngestion", ingestion))
        .containsEntry("Arn", "arn:aws:quicksight" + ACCOUNT + "dataset/set/ingestion/first");
    Map<String, Object> told = quicksight.structure("DescribeIngestion", ingestion, "Ingestion");
    assertThat(told).containsEntry("IngestionStatus", "COMPLETED");
    assertThat(Catalogue.structure(told.get("RowInfo"))).containsEntry("RowsIngested", 0L);
    assertThat(
            quicksight
                .call(
                    "GetDashboardEmbedUrl",
                    Map.of("AwsAccountId", OWNER, "DashboardId", "d", "IdentityType", "IAM"))
                .status())
        .isEqualTo(501);
  }

  @Test
  void collection_hasAnEndpointOfItsId_andItsNameOnce() {
    Catalogue serverless = new Catalogue(emulator, "opensearchserverless");
    Map<String, Object> logs = Map.of("name", "logs");
    Map<String, Object> created =
        serverless.structure("CreateCollection", logs, "createCollectionDetail");
    Object id = created.get("id");
    assertThat(created).containsEntry("status", "CREATING").containsEntry("type", "TIMESERIES");
    assertThat(serverless.error("CreateCollection", logs)).isEqualTo("ConflictException");
    assertThat(
            serverless.only(
                "BatchGetCollection", Map.of("names", List.of("logs")), "collectionDetails"))
        .containsEntry("status", "ACTIVE")
        .containsEntry("arn", "arn:aws:aoss" + ACCOUNT + "collection/" + id)
        .containsEntry("collectionEndpoint", "https://" + id + ".us-east-1.aoss.amazonaws.com");
    serverless.ok("DeleteCollection", Map.of("id", id));
    assertThat(serverless.error("DeleteCollection", Map.of("id", id)))
        .isEqualTo("ResourceNotFoundException");
  }

  @Test
  void pipeline_stopsAndStarts_andTakesDataAtItsEndpoint() {
    Catalogue ingestion = new Catalogue(emulator, "osis");
    Map<String, Object> named = Map.of("PipelineName", "pipe");
    ingestion.ok(
        "CreatePipeline",
        Map.of(
            "PipelineName",
            "pipe",
            "MinUnits",
            1,
            "MaxUnits",
            2,
            "PipelineConfigurationBody",
            "version: 2"));
    Map<String, Object> pipeline = ingestion.structure("GetPipeline", named, "Pipeline");
    assertThat(pipeline).containsEntry("Status", "ACTIVE");
    assertThat((List<?>) pipeline.get("IngestEndpointUrls"))
        .singleElement()
        .asString()
        .matches("pipe-[a-z0-9]{26}\\.us-east-1\\.osis\\.amazonaws\\.com");
    ingestion.ok("StopPipeline", named);
    assertThat(ingestion.structure("GetPipeline", named, "Pipeline"))
        .containsEntry("Status", "STOPPED");
    ingestion.ok("DeletePipeline", named);
    assertThat(ingestion.error("GetPipeline", named)).isEqualTo("ResourceNotFoundException");
  }

  @Test
  void flinkApplication_runsOnAfterAnUpdate_andTellsOfItsOperations() {
    Catalogue flink = new Catalogue(emulator, "kinesisanalyticsv2");
    Map<String, Object> named = Map.of("ApplicationName", "app");
    flink.ok(
        "CreateApplication",
        Map.of(
            "ApplicationName",
            "app",
            "RuntimeEnvironment",
            "FLINK-1_18",
            "ServiceExecutionRole",
            "arn:aws:iam::111111111111:role/flink"));
    assertThat(flink.structure("DescribeApplication", named, "ApplicationDetail"))
        .containsEntry("ApplicationStatus", "READY");
    Object operation = flink.ok("StartApplication", named).get("OperationId");
    flink.ok("UpdateApplication", named);
    assertThat(flink.structure("DescribeApplication", named, "ApplicationDetail"))
        .containsEntry("ApplicationStatus", "RUNNING");
    assertThat(
            flink.structure(
                "DescribeApplicationOperation",
                Map.of("ApplicationName", "app", "OperationId", operation),
                "ApplicationOperationInfoDetails"))
        .containsEntry("Operation", "StartApplication")
        .containsEntry("OperationStatus", "SUCCESSFUL");
    flink.ok("StopApplication", named);
    assertThat(flink.structure("DescribeApplication", named, "ApplicationDetail"))
        .containsEntry("ApplicationStatus", "READY");
  }
}
