package org.postbag.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// The description of the API against what is served.
class ApiDescriptionTest extends OnApi {
  @Test
  void theDescriptionNamesEveryPathAndNoOther() throws Exception {
    JsonNode description = get("/api/v1/openapi.json", "").body();
    Set<String> described = new TreeSet<>();
    description
        .get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method + " " + path.getKey())));
    Set<String> served =
        desk
            .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(info ->
                info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                            .map(m -> m.name().toLowerCase(Locale.ROOT) + " " + path)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(served);
  }
}
