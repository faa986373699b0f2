package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Elastic Beanstalk, Service Catalog, AppRegistry and App Mesh as their users see them. */
@AwsEmulator
final class ApplicationPlatformsTest {

  private static final String ACCOUNT = ":us-east-1:111111111111:";

  private final Emulator emulator;

  ApplicationPlatformsTest(Emulator emulator) {
    this.emulator = emulator;
  }

  @Test
  void environment_hasItsAddress_andHoldsItsApplication() {
    Catalogue beanstalk = new Catalogue(emulator, "elasticbeanstalk");
    Map<String, Object> shop = Map.of("ApplicationName", "shop");
    Map<String, Object> version = Map.of("ApplicationName", "shop", "VersionLabel", "v1");
    beanstalk.ok("CreateApplication", shop);
    assertThat(beanstalk.error("CreateApplication", shop)).isEqualTo("InvalidParameterValue");
    assertThat(
            beanstalk
                .structure("CreateApplicationVersion", version, "ApplicationVersion")
                .get("ApplicationVersionArn"))
        .isEqualTo("arn:aws:elasticbeanstalk" + ACCOUNT + "applicationversion/shop/v1");
    assertThat(beanstalk.only("DescribeApplications", Map.of(), "Applications").get("Versions"))
        .isEqualTo(List.of("v1"));
    Map<String, Object> environment =
        beanstalk.ok(
            "CreateEnvironment",
            Map.of("ApplicationName", "shop", "EnvironmentName", "prod", "CNAMEPrefix", "myshop"));
    assertThat(environment.get("EnvironmentId")).asString().matches("e-[a-z0-9]{10}");
    assertThat(environment)
        .containsEntry(
            "EnvironmentArn", "arn:aws:elasticbeanstalk" + ACCOUNT + "environment/shop/prod")
        .containsEntry("CNAME", "myshop.us-east-1.elasticbeanstalk.com");
    Map<String, Object> named = Map.of("EnvironmentNames", List.of("prod"));
    assertThat(beanstalk.only("DescribeEnvironments", named, "Environments"))
        .containsEntry("Status", "Ready")
        .containsEntry("Health", "Green");
    assertThat(beanstalk.error("DeleteApplication", shop)).isEqualTo("InvalidParameterValue");
    beanstalk.ok("TerminateEnvironment", Map.of("EnvironmentName", "prod"));
    assertThat(beanstalk.list("DescribeEnvironments", named, "Environments")).isEmpty();
    assertThat(beanstalk.error("RestartAppServer", Map.of("EnvironmentName", "prod")))
        .isEqualTo("InvalidParameterValue");
    beanstalk.ok("DeleteApplication", shop);
    assertThat(beanstalk.list("DescribeApplications", Map.of(), "Applications")).isEmpty();
  }

  @Test
  void beanstalkOptions_areThoseThatWereGiven_andDefaultsAreNotInvented() {
    Catalogue beanstalk = new Catalogue(emulator, "elasticbeanstalk");
    beanstalk.ok("CreateApplication", Map.of("ApplicationName", "options"));
    List<Object> options =
        List.of(Map.of("Namespace", "aws:autoscaling:asg", "OptionName", "MinSize", "Value", "2"));
    Map<String, Object> named =
        Map.of("ApplicationName", "options", "EnvironmentName", "with-options");
    beanstalk.ok(
        "CreateEnvironment",
        Map.of(
            "ApplicationName",
            "options",
            "EnvironmentName",
            "with-options",
            "OptionSettings",
            options));
    assertThat(beanstalk.only("DescribeConfigurationSettings", named, "ConfigurationSettings"))
        .containsEntry("OptionSettings", options);
    assertThat(beanstalk.call("DescribeConfigurationOptions", named).status()).isEqualTo(501);
    beanstalk.ok("TerminateEnvironment", Map.of("EnvironmentName", "with-options"));
    beanstalk.ok("DeleteApplication", Map.of("ApplicationName", "options"));
  }

  @Test
  void provisionedProduct_isFoundByItsRecord_andHoldsItsProduct() {
    Catalogue catalog = new Catalogue(emulator, "servicecatalog");
    Object portfolio =
        catalog
            .structure(
                "CreatePortfolio",
                Map.of("DisplayName", "P", "ProviderName", "us", "IdempotencyToken", "t1"),
                "PortfolioDetail")
            .get("Id");
    assertThat(portfolio).asString().matches("port-[a-z0-9]{13}");
    Map<String, Object> created =
        catalog.ok(
            "CreateProduct",
            Map.of(
                "Name",
                "bucket",
                "Owner",
                "us",
                "ProductType",
                "CLOUD_FORMATION_TEMPLATE",
                "IdempotencyToken",
                "t2"));
    Map<String, Object> view = Catalogue.structure(created.get("ProductViewDetail"));
    Object product = Catalogue.structure(view.get("ProductViewSummary")).get("ProductId");
    assertThat(view.get("ProductARN"))
        .isEqualTo("arn:aws:catalog" + ACCOUNT + "product/" + product);
    Map<String, Object> both = Map.of("ProductId", product, "PortfolioId", portfolio);
    catalog.ok("AssociateProductWithPortfolio", both);
    assertThat(catalog.error("DeletePortfolio", Map.of("Id", portfolio)))
        .isEqualTo("ResourceInUseException");
    Map<String, Object> record =
        catalog.structure(
            "ProvisionProduct",
            Map.of(
                "ProductId",
                product,
                "ProvisioningArtifactId",
                Catalogue.structure(created.get("ProvisioningArtifactDetail")).get("Id"),
                "ProvisionedProductName",
                "mine",
                "ProvisionToken",
                "t3"),
            "RecordDetail");
    Map<String, Object> byId = Map.of("Id", record.get("ProvisionedProductId"));
    assertThat(
            catalog.structure(
                "DescribeRecord", Map.of("Id", record.get("RecordId")), "RecordDetail"))
        .containsEntry("ProvisionedProductName", "mine")
        .containsEntry("Status", "SUCCEEDED");
    assertThat(catalog.structure("DescribeProvisionedProduct", byId, "ProvisionedProductDetail"))
        .containsEntry("Status", "AVAILABLE");
    catalog.ok("DisassociateProductFromPortfolio", both);
    assertThat(catalog.error("DeleteProduct", Map.of("Id", product)))
        .isEqualTo("ResourceInUseException");
    catalog.ok(
        "TerminateProvisionedProduct",
        Map.of("ProvisionedProductId", record.get("ProvisionedProductId"), "TerminateToken", "t4"));
    assertThat(catalog.error("DescribeProvisionedProduct", byId))
        .isEqualTo("ResourceNotFoundException");
    catalog.ok("DeleteProduct", Map.of("Id", product));
    catalog.ok("DeletePortfolio", Map.of("Id", portfolio));
  }

  @Test
  void tagOption_isThereOnceForAKeyAndAValue() {
    Catalogue catalog = new Catalogue(emulator, "servicecatalog");
    Map<String, Object> option = Map.of("Key", "stage", "Value", "test");
    assertThat(catalog.structure("CreateTagOption", option, "TagOptionDetail").get("Id"))
        .asString()
        .startsWith("tag-");
    assertThat(catalog.error("CreateTagOption", option)).isEqualTo("DuplicateResourceException");
    assertThat(catalog.only("ListTagOptions", Map.of(), "TagOptionDetails"))
        .containsEntry("Active", true);
  }

  @Test
  void registeredApplication_hasItsIdInItsArn_andCountsItsResources() {
    Catalogue registry = new Catalogue(emulator, "servicecatalog-appregistry");
    Map<String, Object> application =
        registry.structure(
            "CreateApplication", Map.of("name", "app", "clientToken", "t"), "application");
    assertThat(application.get("arn"))
        .isEqualTo("arn:aws:servicecatalog" + ACCOUNT + "/applications/" + application.get("id"));
    assertThat(registry.error("CreateApplication", Map.of("name", "app", "clientToken", "u")))
        .isEqualTo("ConflictException");
    registry.ok(
        "AssociateResource",
        Map.of("application", "app", "resourceType", "CFN_STACK", "resource", "stack"));
    assertThat(registry.ok("GetApplication", Map.of("application", "app")))
        .containsEntry("associatedResourceCount", 1)
        .containsEntry("id", application.get("id"));
  }

  @Test
  void mesh_isHeldByItsRouters_andThoseByTheirRoutes() {
    Catalogue meshes = new Catalogue(emulator, "appmesh");
    Map<String, Object> mesh = Map.of("meshName", "mesh");
    Map<String, Object> router = Map.of("meshName", "mesh", "virtualRouterName", "router");
    Map<String, Object> route =
        Map.of("meshName", "mesh", "virtualRouterName", "router", "routeName", "route");
    Map<String, Object> created = meshes.structure("CreateMesh", mesh, "mesh");
    assertThat(Catalogue.structure(created.get("metadata")))
        .containsEntry("meshOwner", "111111111111");
    assertThat(created.get("spec")).isEqualTo(Map.of("egressFilter", Map.of("type", "DROP_ALL")));
    meshes.ok(
        "CreateVirtualRouter",
        Map.of("meshName", "mesh", "virtualRouterName", "router", "spec", Map.of()));
    Map<String, Object> routed =
        meshes.structure(
            "CreateRoute",
            Map.of(
                "meshName",
                "mesh",
                "virtualRouterName",
                "router",
                "routeName",
                "route",
                "spec",
                Map.of()),
            "route");
    assertThat(Catalogue.structure(routed.get("metadata")).get("arn"))
        .isEqualTo("arn:aws:appmesh" + ACCOUNT + "mesh/mesh/virtualRouter/router/route/route");
    assertThat(meshes.error("DeleteMesh", mesh)).isEqualTo("ResourceInUseException");
    assertThat(meshes.error("DeleteVirtualRouter", router)).isEqualTo("ResourceInUseException");
    meshes.ok("DeleteRoute", route);
    meshes.ok("DeleteVirtualRouter", router);
    meshes.ok("DeleteMesh", mesh);
    assertThat(meshes.error("DescribeMesh", mesh)).isEqualTo("NotFoundException");
  }
}
