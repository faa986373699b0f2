package io.robotocore.services.modeled;

import io.robotocore.model.OperationModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far a service is served from its model.
 *
 * @param service the service's id
 * @param operations its operations by what their answers are worth
 * @param whole the resources that can be created and told of
 * @param broken what goes wrong with those of them that do not live as they should
 */
record ServiceRow(
    String service,
    Map<Worth, Set<String>> operations,
    Set<String> whole,
    Map<String, String> broken) {

  /** What the answers of an operation are worth. */
  enum Worth {
    /** Something is created, told of, changed or deleted. */
    MODELED,
    /** The answer has the right form and no meaning. */
    SYNTHESIZED,
    /** The answer would have to be computed: 501. */
    REFUSED
  }

  static ServiceRow of(Design design, Set<String> whole, Map<String, String> broken) {
    Map<Worth, Set<String>> operations = new EnumMap<>(Worth.class);
    for (Worth worth : Worth.values()) {
      operations.put(worth, new TreeSet<>());
    }
    Modeled service = new Modeled(design);
    for (String name : design.model().operationNames()) {
      OperationModel operation = design.model().operation(name).orElseThrow();
      Worth worth =
          service
              .fidelity(operation)
              .map(fidelity -> Worth.valueOf(fidelity.name()))
              .orElse(Worth.REFUSED);
      operations.get(worth).add(name);
    }
    return new ServiceRow(design.model().id(), operations, whole, broken);
  }

  int operationCount() {
    return operations.values().stream().mapToInt(Set::size).sum();
  }

  int count(Worth worth) {
    return operations.getOrDefault(worth, Set.of()).size();
  }

  int complete() {
    return whole.size() - broken.size();
  }

  /** The row of the table. */
  String row() {
    return "| %s | %d | %d | %d | %d | %d | %d |"
        .formatted(
            service,
            operationCount(),
            count(Worth.MODELED),
            count(Worth.SYNTHESIZED),
            count(Worth.REFUSED),
            whole.size(),
            complete());
  }

  /** What is missing, by name, by what it is missing. */
  Map<String, Set<String>> misses() {
    Map<String, Set<String>> misses = new TreeMap<>();
    misses.put("not complete", new TreeSet<>(broken.keySet()));
    misses.put("synthesized", operations.getOrDefault(Worth.SYNTHESIZED, Set.of()));
    misses.put("501", operations.getOrDefault(Worth.REFUSED, Set.of()));
    misses.values().removeIf(Set::isEmpty);
    return misses;
  }
}
