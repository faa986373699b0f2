package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AwsModelsTest {

  private final AwsModels models = AwsModels.load();

  private ServiceModel service(String id) {
    return models.service(id).orElseThrow();
  }

  private OperationModel operation(String service, String name) {
    return service(service).operation(name).orElseThrow();
  }

  @Test
  void ids_ofAllServices_areSorted() {
    assertThat(models.ids())
        .hasSize(424)
        .isSorted()
        .contains("sqs", "dynamodbstreams", "apigatewayv2");
  }

  @Test
  void service_unknown_isEmpty() {
    assertThat(models.service("sqss")).isEmpty();
    assertThat(models.service("../aws-models/sqs")).isEmpty();
  }

  @Test
  void service_askedTwice_isTheSame() {
    assertThat(service("sqs")).isSameAs(service("sqs"));
  }

  @Test
  void service_sqs_hasWhatTheModelSays() {
    ServiceModel sqs = service("sqs");
    assertThat(sqs.serviceId()).isEqualTo("SQS");
    assertThat(sqs.fullName()).isEqualTo("Amazon Simple Queue Service");
    assertThat(sqs.signingName()).isEqualTo("sqs");
    assertThat(sqs.apiVersion()).isEqualTo("2012-11-05");
    assertThat(sqs.targetPrefix()).contains("AmazonSQS");
    assertThat(sqs.protocols()).containsExactly(ProtocolId.AWS_JSON_1_0, ProtocolId.AWS_QUERY);
    assertThat(sqs.awsQueryCompatible()).isTrue();
    assertThat(sqs.operationNames()).hasSize(23);
  }

  @Test
  void operation_unknown_isEmpty() {
    assertThat(service("sqs").operation("SendMessages")).isEmpty();
  }

  @Test
  void operation_withoutInput_hasAnEmptyStructure() {
    OperationModel operation = operation("sts", "GetCallerIdentity");
    assertThat(operation.input().members()).isEmpty();
    assertThat(operation.resultWrapper()).contains("GetCallerIdentityResult");
  }

  @Test
  void shape_unknown_isRefused() {
    ServiceModel sqs = service("sqs");
    assertThatThrownBy(() -> sqs.shape("Nothing")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void error_byNameAndByCode_isTheSame() {
    StructureShape error = service("sqs").error("QueueDoesNotExist").orElseThrow();
    assertThat(service("sqs").error("AWS.SimpleQueueService.NonExistentQueue")).containsSame(error);
    assertThat(error.error())
        .contains(new ErrorTrait("AWS.SimpleQueueService.NonExistentQueue", 400, true, false));
  }

  @Test
  void error_unknownOrOfServiceWithoutErrors_isEmpty() {
    assertThat(service("sqs").error("NothingIsWrong")).isEmpty();
    assertThat(service("sqs").error("SendMessageRequest")).isEmpty();
    assertThat(service("ec2").error("InvalidParameterValue")).isEmpty();
  }

  @Test
  void member_ofAStructure_knowsItsPlaceAndConstraints() {
    Member number = operation("lambda", "ListFunctions").input().member("MaxItems").orElseThrow();
    assertThat(number.location()).isEqualTo(Location.QUERY);
    assertThat(number.index()).isEqualTo(3);
    assertThat(number.target().constraints().max()).contains(BigDecimal.valueOf(10000));
    assertThat(number.box()).isTrue();
  }

  @Test
  void xmlName_whereXmlHasOtherNames_isNotTheWireName() {
    Member attributes =
        operation("sqs", "GetQueueAttributes").output().member("Attributes").orElseThrow();
    assertThat(attributes.wireName()).isEqualTo("Attributes");
    assertThat(attributes.xmlName()).isEqualTo("Attribute");
    assertThat(attributes.flattened()).isTrue();
    assertThat(((MapShape) attributes.target()).key().xmlName()).isEqualTo("Name");
  }

  @Test
  void xmlName_ofAFlattenedList_isThatOfItsEntries() {
    Member attributes =
        operation("sdb", "PutAttributes").input().member("Attributes").orElseThrow();
    assertThat(attributes.xmlName()).isEqualTo("Attribute");
  }

  @Test
  void target_ofAShapeWithinItself_isTheSameShape() {
    StructureShape value = (StructureShape) service("dynamodb").shape("AttributeValue");
    ListShape list = (ListShape) value.member("L").orElseThrow().target();
    assertThat(list.member().target()).isSameAs(value);
  }

  @Test
  void operations_ofAllServices_areAsManyAsImported() {
    int operations = 0;
    for (String id : models.ids()) {
      operations += service(id).operationNames().size();
    }
    assertThat(operations).isEqualTo(18378);
  }
}
