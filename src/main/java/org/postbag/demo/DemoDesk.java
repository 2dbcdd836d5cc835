package org.postbag.demo;

import org.postbag.web.DeskSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the desk has in the demo and nowhere else.
@Configuration(proxyBeanMethods = false)
public class DemoDesk {
  @Bean
  SentMail sentMail() {
    return new SentMail();
  }

  @Bean
  SentPage sentPage(SentMail mail, DeskSettings settings) {
    return new SentPage(mail, settings);
  }
}
