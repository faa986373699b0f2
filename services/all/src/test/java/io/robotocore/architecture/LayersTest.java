package io.robotocore.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.robotocore.architecture.MainCode.CLASSES;
import static io.robotocore.architecture.MainCode.GATEWAY;
import static io.robotocore.architecture.MainCode.HTTP;
import static io.robotocore.architecture.MainCode.JUNIT5;
import static io.robotocore.architecture.MainCode.MODEL;
import static io.robotocore.architecture.MainCode.PROTOCOL;
import static io.robotocore.architecture.MainCode.PUBLIC;
import static io.robotocore.architecture.MainCode.SERVICE;
import static io.robotocore.architecture.MainCode.SERVICES;
import static io.robotocore.architecture.MainCode.STATE;
import static io.robotocore.architecture.MainCode.WIRE;
import static io.robotocore.architecture.MainCode.outside;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may depend on what: laws 1 to 4 and 9. */
final class LayersTest {
  private static final String MODELED = "io.robotocore.services.modeled..";

  private static final String[] JSON_AND_XML = {
    "com.fasterxml.jackson..",
    "software.amazon.awssdk.protocols..",
    "software.amazon.awssdk.thirdparty.jackson..",
    "javax.xml..",
    "org.w3c.dom..",
    "org.xml.sax.."
  };

  /** Classes that interpret documents which users wrote in JSON or XML, by reason. */
  private static final Map<String, String> DOCUMENTS_OF_USERS =
      Map.ofEntries(
          Map.entry(
              "io.robotocore.services.dynamodb.DynamoDbJson",
              "items go to users' Kinesis data streams, and lie in exports, as DynamoDB JSON"),
          Map.entry(
              "io.robotocore.services.dynamodb.ExportManifests",
              "the manifests of exports are JSON in users' buckets"),
          Map.entry(
              "io.robotocore.services.dynamodb.PeriodOfChanges",
              "the lines of incremental exports are JSON in users' buckets"),
          Map.entry(
              "io.robotocore.services.dynamodb.KinesisRecords",
              "the records in users' Kinesis data streams are JSON"),
          Map.entry(
              "io.robotocore.services.s3.EventMessage",
              "notifications are JSON that users' queues, topics and functions get"),
          Map.entry(
              "io.robotocore.services.s3.PolicyDocument",
              "policies of buckets and access points are JSON that users write"),
          Map.entry(
              "io.robotocore.services.s3.TaggingDocument",
              "tags in forms of browsers are XML that users' pages write"),
          Map.entry(
              "io.robotocore.services.s3.UploadPolicy",
              "policies in forms of browsers are JSON that users write"),
          Map.entry(
              "io.robotocore.services.s3.select.JsonRows",
              "queries read objects that are JSON, and answer in JSON"),
          Map.entry(
              "io.robotocore.services.sqs.Json",
              "the attributes Policy, RedrivePolicy and RedriveAllowPolicy are JSON that users write"),
          Map.entry(
              "io.robotocore.services.sts.SamlAssertion",
              "a SAML assertion is XML that the users' identity provider writes"));

  @Test
  void law1_services_doNotKnowEachOther() {
    slices()
        .matching("io.robotocore.services.(*)..")
        .should()
        .notDependOnEachOther()
        .because("law 1: a service reaches another as any AWS user does, through its SDK client")
        .check(CLASSES);
  }

  @Test
  void law2_services_doNotKnowTheWire() {
    noClasses()
        .that()
        .resideInAPackage(SERVICES)
        .and()
        .resideOutsideOfPackage(MODELED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP, GATEWAY, PROTOCOL, MODEL, WIRE, "io.undertow..", "org.xnio..")
        .because("law 2: a service is plain Java between typed input and typed output")
        .check(CLASSES);
  }

  @Test
  void law2_modeledServices_knowTheirModelsOnly() {
    noClasses()
        .that()
        .resideInAPackage(MODELED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP, GATEWAY, PROTOCOL, WIRE, "io.undertow..", "org.xnio..")
        .because("law 2: models are what the modeled services are about, and the wire is not")
        .check(CLASSES);
  }

  @Test
  void law2_services_doNotReadOrWriteDocuments() {
    noClasses()
        .that()
        .resideInAPackage(SERVICES)
        .and(
            describe(
                "are not about documents of users",
                type -> !DOCUMENTS_OF_USERS.containsKey(type.getName().replaceFirst("\\$.*", ""))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JSON_AND_XML)
        .because(
            "law 2: JSON and XML are the codecs' business, except where they are what a service is about")
        .check(CLASSES);
  }

  @Test
  void law3_core_knowsNoService() {
    noClasses()
        .that()
        .resideOutsideOfPackages(SERVICES, JUNIT5)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES, "software.amazon.awssdk.services..")
        .because(
            "law 3: services plug into the core, and a user has only some of the SDK's modules")
        .check(CLASSES);
  }

  @Test
  void law4_modelAndProtocol_workWithoutServerAndState() {
    noClasses()
        .that()
        .resideInAnyPackage(MODEL, PROTOCOL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(HTTP, STATE, SERVICE, GATEWAY, PUBLIC)
        .because("law 4: reading and writing the wire is tested without a server")
        .check(CLASSES);
  }

  @Test
  void law4_wire_knowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(WIRE)
        .should()
        .dependOnClassesThat(outside(WIRE))
        .because("law 4: the values of the wire are what all stages share")
        .check(CLASSES);
  }

  @Test
  void law4_state_knowsNobody() {
    noClasses()
        .that()
        .resideInAPackage(STATE)
        .should()
        .dependOnClassesThat(outside(STATE))
        .because("law 4: state is kept and copied without knowing whose it is")
        .check(CLASSES);
  }

  @Test
  void law4_http_alone_knowsUndertow() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HTTP)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.undertow..", "org.xnio..", "org.jboss..")
        .because("law 4: the server can be exchanged by rewriting one package")
        .check(CLASSES);
  }

  @Test
  void law4_http_knowsTheWireOnly() {
    noClasses()
        .that()
        .resideInAPackage(HTTP)
        .should()
        .dependOnClassesThat(outside(HTTP, WIRE))
        .because("law 4: the server hands values over and does not care what they mean")
        .check(CLASSES);
  }

  @Test
  void law9_extension_usesThePublicPackageOnly() {
    noClasses()
        .that()
        .resideInAPackage(JUNIT5)
        .should()
        .dependOnClassesThat(outside(JUNIT5, PUBLIC))
        .because("law 9: what the extension can do, every user of the core can do")
        .check(CLASSES);
  }

  @Test
  void law9_extension_isNotDependedOn() {
    classes()
        .that()
        .resideInAPackage(JUNIT5)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAPackage(JUNIT5)
        .because("law 9: the emulator runs without JUnit")
        .check(CLASSES);
  }
}
