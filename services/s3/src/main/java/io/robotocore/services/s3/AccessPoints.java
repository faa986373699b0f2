package io.robotocore.services.s3;

import io.robotocore.service.Members;
import io.robotocore.services.s3.AccessPoint.Home;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3control.model.CreateAccessPointRequest;
import software.amazon.awssdk.services.s3control.model.CreateAccessPointResponse;
import software.amazon.awssdk.services.s3control.model.DeleteAccessPointRequest;
import software.amazon.awssdk.services.s3control.model.DeleteAccessPointResponse;
import software.amazon.awssdk.services.s3control.model.GetAccessPointRequest;
import software.amazon.awssdk.services.s3control.model.GetAccessPointResponse;
import software.amazon.awssdk.services.s3control.model.ListAccessPointsRequest;
import software.amazon.awssdk.services.s3control.model.ListAccessPointsResponse;
import software.amazon.awssdk.services.s3control.model.NetworkOrigin;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3control.model.VpcConfiguration;

/** The operations on access points. */
interface AccessPoints extends S3ControlView {

  Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,48}[a-z0-9]");
  int MAX_RESULTS = 1_000;

  /**
   * Gives a bucket another name.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points.html">access
   *     points</a>
   */
  @Override
  default CreateAccessPointResponse createAccessPoint(CreateAccessPointRequest in) {
    checkAccount(in);
    if (!NAME.matcher(in.name()).matches() || in.name().endsWith("-s3alias")) {
      throw S3ControlView.error(
          400, "InvalidRequest: The specified access point name is not valid.", Map.of());
    }
    if (!state().buckets().containsKey(in.bucket())) {
      throw S3ControlView.error(
          404,
          "NoSuchBucket: The specified bucket does not exist",
          Map.of("BucketName", in.bucket()));
    }
    AccessPoint created = created(in);
    Home home = created.home();
    state()
        .run(
            () -> {
              if (state().accessPointsByHome().containsKey(home)) {
                throw S3ControlView.error(
                    409,
                    "AccessPointAlreadyOwnedByYou: Your previous request to create the named "
                        + "accesspoint succeeded and you already own it.",
                    Map.of("AccessPointName", in.name()));
              }
              state().accessPointsByHome().put(home, created);
              names(created).forEach(name -> state().accessPoints().put(name, home));
            });
    return CreateAccessPointResponse.builder()
        .accessPointArn(home.arn(call().partition()))
        .alias(created.alias())
        .build();
  }

  private AccessPoint created(CreateAccessPointRequest in) {
    PublicAccessBlockConfiguration blocked =
        Optional.ofNullable(in.publicAccessBlockConfiguration())
            .orElseGet(
                () ->
                    PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)
                        .build());
    return new AccessPoint(
        home(in.name()),
        in.bucket(),
        in.name()
            + "-"
            + call().random().text(34, "abcdefghijklmnopqrstuvwxyz0123456789")
            + "-s3alias",
        call().now(),
        Optional.ofNullable(in.vpcConfiguration()).map(VpcConfiguration::vpcId),
        AccountBlocks.kept(blocked),
        Optional.empty(),
        tags(in));
  }

  /** The tags, which older releases of the SDK lack here. */
  @SuppressWarnings("unchecked")
  private static List<Tag> tags(CreateAccessPointRequest in) {
    return Members.find(in, "Tags")
        .map(tags -> (List<software.amazon.awssdk.services.s3control.model.Tag>) tags)
        .orElse(List.of())
        .stream()
        .map(tag -> Tag.builder().key(tag.key()).value(tag.value()).build())
        .toList();
  }

  /** What clients may say in place of the bucket's name. */
  private List<String> names(AccessPoint point) {
    return List.of(point.home().arn(call().partition()), point.alias(), point.home().label());
  }

  @Override
  default GetAccessPointResponse getAccessPoint(GetAccessPointRequest in) {
    AccessPoint point = accessPoint(in, in.name());
    String endpoint = "s3-accesspoint%s." + call().region() + ".amazonaws.com";
    return GetAccessPointResponse.builder()
        .name(point.home().name())
        .bucket(point.bucket())
        .bucketAccountId(state().buckets().get(point.bucket()).map(Bucket::owner).orElse(""))
        .alias(point.alias())
        .accessPointArn(point.home().arn(call().partition()))
        .creationDate(point.created())
        .networkOrigin(origin(point))
        .vpcConfiguration(vpc(point))
        .publicAccessBlockConfiguration(AccountBlocks.shown(point.blocked()))
        .endpoints(
            Map.of(
                "ipv4", endpoint.formatted(""),
                "fips", endpoint.formatted("-fips"),
                "dualstack", endpoint.formatted(".dualstack"),
                "fips_dualstack", endpoint.formatted("-fips.dualstack")))
        .build();
  }

  private static NetworkOrigin origin(AccessPoint point) {
    return point.network().isPresent() ? NetworkOrigin.VPC : NetworkOrigin.INTERNET;
  }

  @SuppressWarnings("NullAway") // the SDK's builders take null for what is not there
  private static VpcConfiguration vpc(AccessPoint point) {
    return point.network().map(id -> VpcConfiguration.builder().vpcId(id).build()).orElse(null);
  }

  @Override
  default ListAccessPointsResponse listAccessPoints(ListAccessPointsRequest in) {
    checkAccount(in);
    int max = Math.min(MAX_RESULTS, Optional.ofNullable(in.maxResults()).orElse(MAX_RESULTS));
    Home after = home(Optional.ofNullable(in.nextToken()).orElse(""));
    List<AccessPoint> found =
        state().accessPointsByHome().asMap().tailMap(after, false).values().stream()
            .filter(point -> point.home().account().equals(call().account()))
            .filter(point -> point.home().region().equals(call().region()))
            .filter(point -> in.bucket() == null || point.bucket().equals(in.bucket()))
            .limit(max + 1L)
            .toList();
    ListAccessPointsResponse.Builder response =
        ListAccessPointsResponse.builder()
            .accessPointList(found.stream().limit(max).map(this::shown).toList());
    if (found.size() > max) {
      response.nextToken(found.get(max - 1).home().name());
    }
    return response.build();
  }

  private software.amazon.awssdk.services.s3control.model.AccessPoint shown(AccessPoint point) {
    return software.amazon.awssdk.services.s3control.model.AccessPoint.builder()
        .name(point.home().name())
        .bucket(point.bucket())
        .bucketAccountId(state().buckets().get(point.bucket()).map(Bucket::owner).orElse(""))
        .alias(point.alias())
        .accessPointArn(point.home().arn(call().partition()))
        .networkOrigin(origin(point))
        .vpcConfiguration(vpc(point))
        .build();
  }

  @Override
  default DeleteAccessPointResponse deleteAccessPoint(DeleteAccessPointRequest in) {
    AccessPoint point = accessPoint(in, in.name());
    state()
        .run(
            () -> {
              state().accessPointsByHome().remove(point.home());
              names(point).forEach(state().accessPoints()::remove);
            });
    return DeleteAccessPointResponse.builder().build();
  }
}
