package org.postbag.intake.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.postbag.intake.OpenSsl;

/// The files that a Dovecot starts from.
///
/// @param base the folder for all of its files
/// @param imap the port without TLS
/// @param imaps the port with TLS from the first byte
record DovecotFiles(Path base, int imap, int imaps) {
  /// @param introspection where OAuth 2.0 tokens are checked; blank: nowhere
  void write(String introspection) throws IOException {
    new OpenSsl(base)
        .run(
            "req -x509 -newkey rsa:2048 -nodes -days 2 -keyout key.pem -out cert.pem"
                + " -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1");
    Files.writeString(base.resolve("oauth2.conf"), oauth2(introspection));
    Files.writeString(main(), configuration());
  }

  Path main() {
    return base.resolve("dovecot.conf");
  }

  private static String oauth2(String introspection) {
    return """
    introspection_mode = post
    introspection_url = %s
    username_attribute = username
    active_attribute = active
    active_value = true
    force_introspection = yes
    use_grant_password = no
    """
        .formatted(introspection.isBlank() ? "http://127.0.0.1:1/" : introspection);
  }

  private String configuration() {
    boolean root = "root".equals(System.getProperty("user.name"));
    String mailUser = root ? "nobody" : System.getProperty("user.name");
    String internal =
        root ? "" : "default_internal_user = %1$s\ndefault_login_user = %1$s\n".formatted(mailUser);
    return """
    base_dir = BASE/run
    state_dir = BASE/lib
    log_path = BASE/dovecot.log
    protocols = imap
    listen = 127.0.0.1, 127.0.0.2
    ssl = yes
    ssl_cert = <BASE/cert.pem
    ssl_key = <BASE/key.pem
    disable_plaintext_auth = no
    auth_failure_delay = 0
    auth_mechanisms = plain login xoauth2
    first_valid_uid = 1
    mail_location = maildir:BASE/mail/%u
    mail_uid = USER
    mail_gid = GROUP
    mail_max_userip_connections = 500
    INTERNAL
    namespace inbox {
      inbox = yes
      separator = /
      mailbox Gesendet {
        auto = create
        special_use = \\Sent
      }
    }
    passdb {
      driver = static
      mechanisms = plain login
      args = password=secret
    }
    passdb {
      driver = oauth2
      mechanisms = xoauth2
      args = BASE/oauth2.conf
    }
    userdb {
      driver = static
      args = uid=USER gid=GROUP allow_all_users=yes home=BASE/mail/%u
    }
    service imap-login {
      CHROOT
      process_min_avail = 2
      inet_listener imap {
        address = 127.0.0.1
        port = IMAP_PORT
      }
      inet_listener imaps {
        port = IMAPS_PORT
        ssl = yes
      }
    }
    service anvil {
      CHROOT
    }
    """
        .replace("BASE", base.toString())
        .replace("INTERNAL", internal)
        .replace("USER", mailUser)
        .replace("GROUP", root ? "nogroup" : group())
        .replace("CHROOT", root ? "" : "chroot =")
        .replace("IMAP_PORT", Integer.toString(imap))
        .replace("IMAPS_PORT", Integer.toString(imaps));
  }

  /// The group of the files that this user makes.
  private static String group() {
    try {
      Process id = new ProcessBuilder("id", "-gn").start();
      return new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
