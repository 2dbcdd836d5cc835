package org.postbag.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postbag.web.StaffMember;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers the [ListAddress] that a request names, and all of what was [DeskRequest].
@Component
class DeskArguments implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ListAddress.class
        || parameter.getParameterType() == DeskRequest.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    ListAddress place =
        ListAddress.of(name -> Objects.requireNonNullElse(request.getParameter(name), ""));
    return parameter.getParameterType() == ListAddress.class
        ? place
        : asked(place, request, Objects.requireNonNull(container));
  }

  private static DeskRequest asked(
      ListAddress place, NativeWebRequest request, ModelAndViewContainer container) {
    Authentication signedIn =
        Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    container.getModel().addAttribute("place", place);
    return new DeskRequest(
        place,
        (StaffMember) Objects.requireNonNull(signedIn.getPrincipal()),
        request.getHeader("HX-Request") != null
            && request.getHeader("HX-History-Restore-Request") == null,
        container.getModel(),
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
  }
}
