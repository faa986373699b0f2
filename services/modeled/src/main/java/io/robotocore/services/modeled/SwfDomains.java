package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.List;
import java.util.Map;

/**
 * Which domains are in use, and which are deprecated.
 *
 * @param scene the call
 */
record SwfDomains(Scene scene) {

  /**
   * Makes sure that a domain is not brought to where it is.
   *
   * @throws DocumentError if it would be
   */
  void check() {
    SwfFacts in = new SwfFacts(scene.input());
    boolean deprecates = scene.operation().name().equals("DeprecateDomain");
    if (!deprecates && !scene.operation().name().equals("UndeprecateDomain")) {
      return;
    }
    Entity domain = new SwfView(scene.call(), scene.state()).domain(in.text("name"));
    if (SwfView.isDeprecated(domain) == deprecates) {
      throw SwfFault.of(
          deprecates ? "DomainDeprecatedFault" : "DomainAlreadyExistsFault", in.text("name"));
    }
  }

  Map<String, Object> list() {
    SwfFacts in = new SwfFacts(scene.input());
    List<Map<String, Object>> wanted =
        scene
            .state()
            .all("domain")
            .map(SwfDomains::shown)
            .filter(domain -> domain.text("status").equals(in.text("registrationStatus")))
            .map(SwfFacts::members)
            .toList();
    return new SwfPage(in, "domains", "")
        .answer("domainInfos", SwfPage.ordered(wanted, in.is("reverseOrder")));
  }

  private static SwfFacts shown(Entity domain) {
    SwfFacts shown =
        new SwfFacts(domain.attributes())
            .only("arn", "description")
            .and("name", domain.key().id())
            .and("status", SwfView.isDeprecated(domain) ? "DEPRECATED" : "REGISTERED");
    return shown;
  }
}
