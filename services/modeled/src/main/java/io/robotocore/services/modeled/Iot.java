package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS IoT: the certificates of devices, and what is attached to them.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/x509-client-certs.html">X.509
 *     client certificates</a>
 */
final class Iot implements Behaviour {

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> certificates =
        Map.of(
            "CreateKeysAndCertificate", scene -> new IotCertificates(scene).createWithKeys(),
            "CreateCertificateFromCsr", scene -> new IotCertificates(scene).createOnRequest(),
            "RegisterCertificate", scene -> new IotCertificates(scene).register(),
            "RegisterCertificateWithoutCA", scene -> new IotCertificates(scene).register(),
            "UpdateCertificate", scene -> new IotCertificates(scene).update());
    Map<String, Answer> policies =
        Map.of(
            "AttachPolicy", scene -> IotPolicies.of(scene, "target").attach(),
            "AttachPrincipalPolicy", scene -> IotPolicies.of(scene, "principal").attach(),
            "DetachPolicy", scene -> IotPolicies.of(scene, "target").detach(),
            "DetachPrincipalPolicy", scene -> IotPolicies.of(scene, "principal").detach(),
            "ListAttachedPolicies", scene -> IotPolicies.of(scene, "target").ofTarget(),
            "ListPrincipalPolicies", scene -> IotPolicies.of(scene, "principal").ofTarget(),
            "ListTargetsForPolicy", scene -> IotPolicies.of(scene, "target").targets("targets"),
            "ListPolicyPrincipals",
                scene -> IotPolicies.of(scene, "principal").targets("principals"));
    Map<String, Answer> things =
        Map.of(
            "AttachThingPrincipal", scene -> new IotPrincipals(scene).attach(),
            "DetachThingPrincipal", scene -> new IotPrincipals(scene).detach(),
            "ListThingPrincipals", scene -> new IotPrincipals(scene).ofThing(),
            "ListThingPrincipalsV2", scene -> new IotPrincipals(scene).ofThingWithTypes(),
            "ListPrincipalThings", scene -> new IotPrincipals(scene).things(),
            "ListPrincipalThingsV2", scene -> new IotPrincipals(scene).thingsWithTypes());
    return Stream.of(certificates, policies, things, IotThings.OPERATIONS)
        .flatMap(some -> some.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is attached to something is not deleted. */
  @Override
  public void check(Scene scene) {
    switch (scene.operation().name()) {
      case "DeleteCertificate" -> new IotCertificates(scene).checkDeletion();
      case "DeletePolicy" -> IotPolicies.of(scene, "").checkDeletion();
      case "DeleteThing" -> new IotPrincipals(scene).checkDeletion();
      default -> {}
    }
  }

  /** A page of a list. */
  static <T> Map<String, Object> page(Scene scene, String member, List<T> all) {
    Page<T> page = Page.of(scene, all);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(member, page.entries());
    page.continueIn(answer);
    return answer;
  }

  static DocumentError missing(String message) {
    return IotData.error("ResourceNotFoundException", message);
  }

  /** Makes sure that a principal is there, if it is a certificate. */
  static void checkPrincipal(Scene scene, String principal) {
    int id = principal.indexOf(":cert/");
    if (id >= 0 && IotCertificates.find(scene, principal.substring(id + 6)).isEmpty()) {
      throw missing("The certificate given in the principal does not exist.");
    }
  }
}
