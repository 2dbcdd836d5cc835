package org.postbag.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.postbag.catalog.Nearest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses a parameter that the method does not have. Whoever mistypes `state` would else get the
/// letters of all states, and not know.
@Configuration(proxyBeanMethods = false)
class UnknownParameters implements WebMvcConfigurer, HandlerInterceptor {
  private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Set<String> known = known(method);
      for (String name : request.getParameterMap().keySet()) {
        if (!known.contains(name)) {
          throw ProblemException.notUnderstood(
              "There is no parameter `%s` here; %s".formatted(name, mend(name, known)));
        }
      }
    }
    return true;
  }

  private static String mend(String name, Set<String> known) {
    return known.isEmpty() ? "this takes none" : Nearest.mend(name, known);
  }

  private static Set<String> known(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(UnknownParameters::name)
        .collect(Collectors.toSet());
  }

  private static String name(MethodParameter parameter) {
    parameter.initParameterNameDiscovery(NAMES);
    return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
        .map(RequestParam::name)
        .filter(given -> !given.isEmpty())
        .orElseGet(() -> Objects.requireNonNull(parameter.getParameterName()));
  }
}
