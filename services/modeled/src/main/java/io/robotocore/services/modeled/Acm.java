package io.robotocore.services.modeled;

import io.robotocore.model.StructureShape;
import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * AWS Certificate Manager: a certificate is issued when it is validated, that is when each of its
 * domains has its record in a public hosted zone of this account's Route 53. Nobody answers the
 * mails of those that are validated by mail.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html">DNS
 *     validation</a>
 */
final class Acm implements Behaviour {

  private static final String CERTIFICATE = "certificate";
  private static final String STATUS = "status";
  private static final String PENDING = "PENDING_VALIDATION";
  private static final String OPTIONS = "domainvalidationoptions";

  /** The keys of certificates that are listed where nobody asks for others. */
  private static final Set<String> USUAL_KEYS = Set.of("RSA_1024", "RSA_2048");

  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final Duration VALIDITY = Duration.ofDays(395);

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "RequestCertificate", Acm::request,
        "ListCertificates", Acm::list,
        "ImportCertificate", scene -> new AcmImport(scene).answer(),
        "GetCertificate", scene -> new AcmBodies(scene).get(),
        "ExportCertificate", scene -> new AcmBodies(scene).export());
  }

  private static Map<String, Object> request(Scene scene) {
    Creation creation = new Creation(scene, scene.design().resource(CERTIFICATE).orElseThrow());
    Optional<Entity> repeated = creation.repeated();
    if (repeated.isPresent()) {
      return creation.shown(repeated.get());
    }
    Entity certificate = creation.create();
    Map<String, Object> known = new LinkedHashMap<>();
    List<String> names = names(scene.input());
    known.put("subjectalternativenames", names);
    if (scene.input().containsKey("CertificateAuthorityArn")) {
      known.put("type", "PRIVATE");
      known.putAll(issuedBy(scene, String.valueOf(scene.input().get("CertificateAuthorityArn"))));
    } else {
      known.put(STATUS, PENDING);
      known.put(OPTIONS, names.stream().map(name -> AcmDomain.of(scene, name).facts()).toList());
    }
    Entity requested = certificate.knowing(known);
    scene.state().put(requested);
    return creation.shown(requested);
  }

  /** What becomes of a certificate that a private authority is to sign. */
  private static Map<String, Object> issuedBy(Scene scene, String authority) {
    Optional<Entity> found =
        Neighbour.of(scene.call(), "acm-pca")
            .flatMap(state -> state.get(new EntityKey(PcaAuthority.NOUN, "", authority)));
    if (found.isEmpty()) {
      return Map.of(STATUS, "FAILED", "failurereason", "PCA_RESOURCE_NOT_FOUND");
    }
    if (found.get().attribute(STATUS).filter("ACTIVE"::equals).isEmpty()) {
      return Map.of(STATUS, "FAILED", "failurereason", "PCA_INVALID_STATE");
    }
    Map<String, Object> known = new LinkedHashMap<>(issued(scene.call()));
    Instant end = (Instant) found.get().attribute("notafter").orElse(Instant.MAX);
    known.computeIfPresent(
        "notafter", (name, usual) -> end.isBefore((Instant) usual) ? end : usual);
    return known;
  }

  /** The certificates with the statuses that are asked for, and with the usual or asked keys. */
  private static Map<String, Object> list(Scene scene) {
    Set<String> statuses = texts(scene.input(), "CertificateStatuses");
    Map<?, ?> includes =
        scene.input().get("Includes") instanceof Map<?, ?> filters ? filters : Map.of();
    Set<String> asked = texts(includes, "keyTypes");
    Set<String> keys = asked.isEmpty() ? USUAL_KEYS : asked;
    List<Entity> wanted =
        scene
            .state()
            .all(CERTIFICATE)
            .filter(one -> statuses.isEmpty() || statuses.contains(text(one, STATUS, "ISSUED")))
            .filter(one -> keys.contains(text(one, "keyalgorithm", "RSA_2048")))
            .toList();
    Page<Entity> page = Page.of(scene, wanted);
    Resource resource = scene.design().resource(CERTIFICATE).orElseThrow();
    StructureShape summary =
        (StructureShape) scene.operation().service().shape("CertificateSummary");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(
        "CertificateSummaryList",
        page.entries().stream()
            .map(one -> new Projection(scene, resource, one).onto(summary))
            .toList());
    page.continueIn(answer);
    return answer;
  }

  private static String text(Entity certificate, String attribute, String otherwise) {
    return String.valueOf(certificate.attribute(attribute).orElse(otherwise));
  }

  private static Set<String> texts(Map<?, ?> in, String member) {
    return in.get(member) instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }

  private static List<String> names(Map<String, Object> input) {
    Stream<?> others =
        input.get("SubjectAlternativeNames") instanceof List<?> list
            ? list.stream()
            : Stream.empty();
    return Stream.concat(Stream.of(Objects.requireNonNull(input.get("DomainName"))), others)
        .map(String::valueOf)
        .distinct()
        .collect(Collectors.toUnmodifiableList());
  }

  /** Looks, before anybody is told of certificates, what has become of them. */
  @Override
  public void check(Scene scene) {
    Instant now = scene.call().now();
    for (Entity certificate : scene.state().all(CERTIFICATE).toList()) {
      String status = text(certificate, STATUS, "");
      boolean imported = certificate.attribute("importedat").isPresent();
      if (status.equals(PENDING)) {
        scene.state().put(looked(scene.call(), certificate));
      } else if (imported
          && certificate.attribute("notafter").orElse(now) instanceof Instant end
          && end.isBefore(now)) {
        scene.state().put(certificate.knowing(Map.of(STATUS, "EXPIRED")));
      }
    }
    if (scene.operation().name().equals("DeleteCertificate")) {
      new Finder(scene)
          .one(scene.design().resource(CERTIFICATE).orElseThrow())
          .ifPresent(certificate -> X509Store.of(scene).forget(certificate.key().id()));
    }
  }

  private static Entity looked(Call call, Entity certificate) {
    boolean late = !certificate.life().created().plus(PATIENCE).isAfter(call.now());
    AcmRecords records = AcmRecords.of(call);
    List<AcmDomain> domains =
        domains(certificate).map(one -> one.looked(!late && records.prove(one), late)).toList();
    Map<String, Object> known = new LinkedHashMap<>();
    known.put(OPTIONS, domains.stream().map(AcmDomain::facts).toList());
    if (late) {
      known.put(STATUS, "VALIDATION_TIMED_OUT");
    } else if (domains.stream().allMatch(AcmDomain::isValid)) {
      known.putAll(issued(call));
    }
    return certificate.knowing(known);
  }

  private static Stream<AcmDomain> domains(Entity certificate) {
    return certificate.attribute(OPTIONS).orElse(List.of()) instanceof List<?> list
        ? list.stream().map(one -> AcmDomain.of((Map<?, ?>) one))
        : Stream.empty();
  }

  private static Map<String, Object> issued(Call call) {
    Instant start = call.now().truncatedTo(ChronoUnit.DAYS);
    return Map.of(
        STATUS,
        "ISSUED",
        "issuedat",
        call.now(),
        "notbefore",
        start,
        "notafter",
        start.plus(VALIDITY),
        "serial",
        String.join(":", call.random().hex(32).split("(?<=\\G..)")),
        "renewaleligibility",
        "INELIGIBLE");
  }

  static DocumentError invalid(String message) {
    return new DocumentError("ValidationException", message, Map.of("message", message));
  }
}
