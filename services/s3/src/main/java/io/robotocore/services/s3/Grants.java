package io.robotocore.services.s3;

import io.robotocore.service.Members;
import io.robotocore.service.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.Type;

/**
 * The grants of access control lists.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html">access
 *     control list overview</a>
 */
final class Grants {

  static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
  static final String AUTHENTICATED = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
  static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

  private static final Set<String> GROUPS = Set.of(ALL_USERS, AUTHENTICATED, LOG_DELIVERY);
  private static final String EC2 =
      "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";
  private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern GRANTEE =
      Pattern.compile("\\s*(id|uri|emailAddress)\\s*=\\s*\"?([^\",]*)\"?\\s*");

  private static final Map<String, Permission> HEADERS =
      Map.of(
          "x-amz-grant-full-control", Permission.FULL_CONTROL,
          "x-amz-grant-read", Permission.READ,
          "x-amz-grant-read-acp", Permission.READ_ACP,
          "x-amz-grant-write", Permission.WRITE,
          "x-amz-grant-write-acp", Permission.WRITE_ACP);

  private Grants() {}

  /**
   * The grants that a request's headers ask for; empty if they ask for none.
   *
   * @param owner the account that owns what is granted
   * @param bucketOwner the account that owns the bucket
   */
  static Optional<List<Grant>> of(SdkPojo request, String owner, String bucketOwner) {
    Optional<String> canned = Members.find(request, "x-amz-acl").map(String.class::cast);
    List<Grant> named = named(request);
    if (canned.isPresent() && !named.isEmpty()) {
      throw S3Error.invalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
    }
    return canned
        .map(acl -> canned(acl, owner, bucketOwner))
        .or(() -> named.isEmpty() ? Optional.empty() : Optional.of(named));
  }

  private static List<Grant> named(SdkPojo request) {
    List<Grant> grants = new ArrayList<>();
    HEADERS.forEach(
        (header, permission) ->
            Members.find(request, header)
                .map(String.class::cast)
                .filter(value -> !value.isEmpty())
                .ifPresent(
                    value -> {
                      for (String grantee : value.split(",", -1)) {
                        grants.add(grant(grantee(grantee), permission));
                      }
                    }));
    return grants;
  }

  private static Grantee grantee(String text) {
    Matcher form = GRANTEE.matcher(text);
    if (!form.matches()) {
      throw S3Error.invalidArgument("Argument format not recognized", Map.of());
    }
    return checked(
        switch (form.group(1)) {
          case "id" -> Grantee.builder().type(Type.CANONICAL_USER).id(form.group(2)).build();
          case "uri" -> Grantee.builder().type(Type.GROUP).uri(form.group(2)).build();
          default ->
              Grantee.builder()
                  .type(Type.AMAZON_CUSTOMER_BY_EMAIL)
                  .emailAddress(form.group(2))
                  .build();
        });
  }

  private static List<Grant> canned(String acl, String owner, String bucketOwner) {
    Grant full = grant(user(owner), Permission.FULL_CONTROL);
    return switch (acl) {
      case "private" -> List.of(full);
      case "public-read" -> List.of(full, grant(group(ALL_USERS), Permission.READ));
      case "public-read-write" ->
          List.of(
              full,
              grant(group(ALL_USERS), Permission.READ),
              grant(group(ALL_USERS), Permission.WRITE));
      case "authenticated-read" -> List.of(full, grant(group(AUTHENTICATED), Permission.READ));
      case "aws-exec-read" ->
          List.of(
              full,
              grant(Grantee.builder().type(Type.CANONICAL_USER).id(EC2).build(), Permission.READ));
      case "bucket-owner-read" -> withBucketOwner(full, bucketOwner, Permission.READ);
      case "bucket-owner-full-control" ->
          withBucketOwner(full, bucketOwner, Permission.FULL_CONTROL);
      case "log-delivery-write" ->
          List.of(
              full,
              grant(group(LOG_DELIVERY), Permission.WRITE),
              grant(group(LOG_DELIVERY), Permission.READ_ACP));
      default ->
          throw S3Error.invalidArgument(
              "", Map.of("ArgumentName", "x-amz-acl", "ArgumentValue", acl));
    };
  }

  private static List<Grant> withBucketOwner(
      Grant full, String bucketOwner, Permission permission) {
    Grant other = grant(user(bucketOwner), permission);
    return full.grantee().equals(other.grantee()) ? List.of(full) : List.of(full, other);
  }

  static Grant grant(Grantee grantee, Permission permission) {
    return Grant.builder().grantee(grantee).permission(permission).build();
  }

  static Grantee user(String account) {
    return Grantee.builder().type(Type.CANONICAL_USER).id(CanonicalUser.id(account)).build();
  }

  private static Grantee group(String uri) {
    return Grantee.builder().type(Type.GROUP).uri(uri).build();
  }

  /** Refuses a grantee that there is not. */
  static Grantee checked(Grantee grantee) {
    if (grantee.type() == Type.AMAZON_CUSTOMER_BY_EMAIL) {
      throw S3Error.unresolvableEmail(grantee.emailAddress());
    }
    if (grantee.type() == Type.GROUP && !GROUPS.contains(grantee.uri())) {
      throw S3Error.invalidArgument(
          "Invalid group uri",
          Map.of("ArgumentName", "uri", "ArgumentValue", String.valueOf(grantee.uri())));
    }
    if (grantee.type() == Type.CANONICAL_USER
        && (grantee.id() == null || !CANONICAL_ID.matcher(grantee.id()).matches())) {
      throw S3Error.invalidArgument(
          "Invalid id",
          Map.of(
              "ArgumentName", "CanonicalUser/ID", "ArgumentValue", String.valueOf(grantee.id())));
    }
    return grantee;
  }

  /** Whether grants let everybody in. */
  static boolean arePublic(List<Grant> grants) {
    return grants.stream()
        .map(grant -> String.valueOf(grant.grantee().uri()))
        .anyMatch(uri -> uri.equals(ALL_USERS) || uri.equals(AUTHENTICATED));
  }

  /** Whether grants give somebody a permission. */
  static boolean allow(List<Grant> grants, Principal who, Permission permission) {
    String id = CanonicalUser.id(who.account());
    return grants.stream()
        .filter(
            grant ->
                grant.permission() == permission || grant.permission() == Permission.FULL_CONTROL)
        .map(Grant::grantee)
        .anyMatch(
            grantee ->
                id.equals(grantee.id())
                    || ALL_USERS.equals(grantee.uri())
                    || (AUTHENTICATED.equals(grantee.uri()) && !who.isAnonymous()));
  }
}
