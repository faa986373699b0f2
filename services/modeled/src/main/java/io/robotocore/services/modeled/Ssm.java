package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** AWS Systems Manager: parameters and documents, which have versions. */
final class Ssm implements Behaviour {

  private final Map<String, Answer> operations = new LinkedHashMap<>();

  Ssm() {
    on("PutParameter", SsmChanges::new, SsmChanges::put);
    on("DeleteParameter", SsmChanges::new, SsmChanges::delete);
    on("DeleteParameters", SsmChanges::new, SsmChanges::deleteSeveral);
    on("LabelParameterVersion", SsmLabels::new, SsmLabels::label);
    on("UnlabelParameterVersion", SsmLabels::new, SsmLabels::unlabel);
    on("GetParameter", SsmParameters::new, SsmParameters::get);
    on("GetParameters", SsmParameters::new, SsmParameters::getSeveral);
    on("GetParametersByPath", SsmParameters::new, SsmParameters::byPath);
    on("GetParameterHistory", SsmParameters::new, SsmParameters::history);
    on("DescribeParameters", SsmParameters::new, SsmParameters::describe);
    on("CreateDocument", SsmDocuments::new, SsmDocuments::create);
    on("UpdateDocument", SsmDocuments::new, SsmDocuments::update);
    on("UpdateDocumentDefaultVersion", SsmDocuments::new, SsmDocuments::choose);
    on("GetDocument", SsmDocuments::new, SsmDocuments::get);
    on("DescribeDocument", SsmDocuments::new, SsmDocuments::describe);
    on("ListDocumentVersions", SsmDocuments::new, SsmDocuments::versions);
  }

  private <T> void on(
      String operation, Function<SsmView, T> theme, Function<T, Map<String, Object>> method) {
    operations.put(operation, scene -> method.apply(theme.apply(new SsmView(scene))));
  }

  @Override
  public Map<String, Answer> operations() {
    return operations;
  }
}
