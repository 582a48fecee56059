package io.gatehouse.sandbox.tenant;

import static io.gatehouse.sandbox.tenant.Employee.ANNA;
import static io.gatehouse.sandbox.tenant.Employee.BORIS;
import static io.gatehouse.sandbox.tenant.Employee.CHIARA;
import static io.gatehouse.sandbox.tenant.Employee.DAVID;
import static io.gatehouse.sandbox.tenant.Employee.EMMA;
import static io.gatehouse.sandbox.tenant.Employee.FRANK;
import static io.gatehouse.sandbox.tenant.Employee.GRACE;
import static io.gatehouse.sandbox.tenant.Employee.IVAN;
import static io.gatehouse.sandbox.tenant.Employee.JUDITH;
import static io.gatehouse.sandbox.tenant.Employee.KURT;
import static io.gatehouse.sandbox.tenant.LastSeen.daysAgo;

import io.gatehouse.sandbox.tenant.LastSeen.DaysAgo;
import io.gatehouse.sandbox.tenant.LastSeen.Never;
import io.gatehouse.sandbox.tenant.LastSeen.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The guests every sandbox tenant has, each named after what it is there to show. What happens to
 * them later stands in {@link Story}, groups and roles in {@link NamedBelongings}.
 */
public enum NamedGuest {
  PLAINLY_STALE("Maria", "Silva", "fabrikam", 900, daysAgo(400), BORIS),
  ACTIVE_INTERACTIVE("Jonas", "Berg", "fabrikam", 700, new DaysAgo(3, 500, 3), ANNA),
  ACTIVE_NON_INTERACTIVE("Aiko", "Tanaka", "adatum", 800, new DaysAgo(500, 3, 3), ANNA),
  ACTIVE_SUCCESSFUL("Omar", "Haddad", "adatum", 650, new DaysAgo(500, 500, 3), BORIS),
  NEVER_SIGNED_IN("Lena", "Vogel", "litware", 730, new Never(), BORIS),
  NULL_DATES("Pedro", "Alves", "litware", 0, new Written(null), ANNA),
  EMPTY_DATES("Ingrid", "Dahl", "tailspin", 600, new Written(""), ANNA),
  YEAR_ONE("Tomas", "Cerny", "tailspin", 500, new Written("0001-01-01T00:00:00Z"), ANNA),
  CREATED_YESTERDAY("Noor", "Jansen", "northwind", 1, new Never(), ANNA),
  ROLE_HOLDER("Victor", "Stone", "northwind", 1000, daysAgo(300), ANNA),
  ON_PREMISES("Helga", "Brandt", "proseware", 1100, daysAgo(350), ANNA),
  EXCLUDED("Samuel", "Mbeki", "proseware", 850, daysAgo(250), ANNA),
  NO_SPONSOR("Yara", "Costa", "fabrikam", 640, daysAgo(220)),
  /** Its only sponsor left the company; its manager is Anna. */
  SPONSOR_GONE("Mikkel", "Holm", "wingtip", 720, daysAgo(260), FRANK),
  /** Its sponsor never opens mail; its manager is Boris. */
  SPONSOR_SILENT("Priya", "Nair", "wingtip", 560, daysAgo(210), CHIARA),
  SPONSOR_KEEPS("Lucas", "Moreau", "adatum", 540, daysAgo(180), ANNA),
  /** Its sponsor's mail scanner opens and posts every link. */
  SPONSOR_REMOVES("Sofia", "Conti", "tailspin", 620, daysAgo(240), EMMA),
  SPONSOR_CHANGES_MIND("Daniel", "Kim", "northwind", 580, daysAgo(200), DAVID),
  /** Signs in again on day 16. */
  COMES_BACK("Elif", "Demir", "proseware", 590, daysAgo(190), CHIARA),
  /** An administrator deletes it on day 15. */
  DELETED_BY_ADMIN("Bruno", "Ferrari", "wingtip", 610, daysAgo(230), CHIARA),
  /** Somebody else disabled it before the start. */
  ALREADY_DISABLED("Karin", "Lund", "litware", 980, daysAgo(420), ANNA),
  /** The display name attacks pages, mail headers, terminals and spreadsheets. */
  HOSTILE_NAME("Mallory", "Grey", "wingtip", 670, daysAgo(270), GRACE),

  /** Tries every week and never gets in. */
  FAILED_SIGN_INS_ONLY("Nils", "Aas", "fabrikam", 480, new DaysAgo(5, null, null), ANNA),
  /** An application signs in for it every week; there is no interactive date. */
  NON_INTERACTIVE_ONLY("Wei", "Chen", "adatum", 470, new DaysAgo(null, 4, 4), ANNA),
  PENDING_INVITATION("Olga", "Mirova", "litware", 200, new Never(), BORIS),
  /** Redeems its invitation and signs in on day 20. */
  REDEEMS_LATE("Hugo", "Laurent", "tailspin", 25, new Never(), CHIARA),
  /** Nobody vouches for it, but the audit log knows that Henry invited it. */
  INVITER_KNOWN("Zeynep", "Aksoy", "northwind", 10, new Never()),
  /** Its sponsor left and is deleted; its manager is Anna. */
  SPONSOR_DELETED("Arne", "Nygaard", "proseware", 760, daysAgo(195)),
  /** Its sponsor is the guest {@link #ACTIVE_INTERACTIVE}. */
  SPONSOR_IS_GUEST("Carla", "Mendes", "wingtip", 770, daysAgo(205)),
  SPONSOR_WITHOUT_MAILBOX("Dmitri", "Volkov", "fabrikam", 780, daysAgo(215), IVAN),
  /** Its sponsor is a group: one without a mailbox, a guest, and Boris. */
  GROUP_SPONSOR("Fatima", "Zahra", "adatum", 790, daysAgo(225)),
  FIVE_SPONSORS("Gustav", "Ek", "litware", 810, daysAgo(235), FRANK, IVAN, CHIARA, JUDITH, ANNA),
  ELIGIBLE_ROLE("Hana", "Novotna", "tailspin", 820, daysAgo(245), BORIS),
  /** Member of a restricted management administrative unit. */
  RESTRICTED_UNIT("Ilya", "Sorin", "northwind", 830, daysAgo(255), BORIS),
  /** Listed as a guest, but an account of the tenant itself. */
  INTERNAL_GUEST("Jana", "Pokorna", "proseware", 840, daysAgo(265), BORIS),
  /** Signs in elsewhere, but is no guest: it is never listed as one. */
  EXTERNAL_MEMBER("Kofi", "Boateng", "wingtip", 860, daysAgo(275), BORIS),
  APPLICATION_OWNER("Lars", "Friis", "fabrikam", 870, daysAgo(285), BORIS),
  SOLE_OWNER("Mina", "Rostami", "adatum", 880, daysAgo(295), BORIS),
  /** Owns a group together with Anna. */
  CO_OWNER("Nadia", "Haddou", "litware", 890, daysAgo(305), BORIS),
  /** Member of a mail-enabled group: may be reading without ever signing in. */
  MAIL_ONLY("Otto", "Kraus", "tailspin", 910, daysAgo(315), CHIARA),
  /** Gets a directory role on day 13. */
  GAINS_ROLE("Paula", "Reis", "northwind", 920, daysAgo(325), BORIS),
  /** Gets a directory role on day 30. */
  GAINS_ROLE_IN_GRACE("Quentin", "Roux", "proseware", 930, daysAgo(335), BORIS),
  /** An administrator makes it a member on day 13. */
  BECOMES_MEMBER("Rosa", "Blanco", "wingtip", 940, daysAgo(345), BORIS),
  ROLE_ASSIGNABLE_MEMBER("Sven", "Hauge", "fabrikam", 950, daysAgo(355), BORIS),
  /** Synchronized from a partner, which the name of its group tells. */
  FOREIGN_MANAGED("Tara", "Quinn", "fabrikam", 960, daysAgo(365), BORIS),
  /** Invited by cross-tenant synchronization. */
  SYNC_INVITED("Ulf", "Sandberg", "adatum", 9, new Never(), ANNA),
  NO_ADDRESS("Vera", "Simic", "litware", 970, daysAgo(375), BORIS),
  /** Its only address stands among the other ones. */
  OTHER_MAIL("Wanda", "Kowal", "tailspin", 990, daysAgo(385), BORIS),
  /** Excluded by the demo's policy until day 45. */
  EXCLUSION_ATTESTED("Xenia", "Pappas", "northwind", 1010, daysAgo(395), ANNA),
  /** Excluded by the demo's policy until day 45. */
  EXCLUSION_LAPSES("Yusuf", "Kaya", "proseware", 1020, daysAgo(405), BORIS),
  /** Signs in every week; only a periodic review asks about it. */
  REVIEW_KEPT("Zora", "Malik", "wingtip", 520, daysAgo(3), ANNA),
  /** Signs in every week; only a periodic review asks about it. */
  REVIEW_REMOVED("Adam", "Nowak", "fabrikam", 530, daysAgo(3), EMMA),
  /** Signs in every week; its manager is Anna. */
  WITHOUT_SPONSOR("Birgit", "Moen", "adatum", 550, daysAgo(3)),
  /** Its sponsor has the same mail address as the guest; its manager is Anna. */
  SELF_SPONSOR("Kurt", "Lang", "litware", 570, daysAgo(415), KURT);

  private static final String HOSTILE_DISPLAY_NAME =
      "=HYPERLINK(\"http://evil.example.com\",\"Mallory\")<script>alert('gate')</script>"
          + "\r\nBcc: everyone@contoso.example.com\u202Egnp.exe";

  private static final List<NamedGuest> LISTED =
      Arrays.stream(values()).filter(guest -> guest != EXTERNAL_MEMBER).toList();

  private final String givenName;
  private final String surname;
  private final String partner;
  private final int createdDaysAgo;

  @SuppressWarnings("ImmutableEnumChecker") // its cases are records of numbers and text
  private final LastSeen lastSeen;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Employee> sponsors;

  NamedGuest(
      String givenName,
      String surname,
      String partner,
      int createdDaysAgo,
      LastSeen lastSeen,
      Employee... sponsors) {
    this.givenName = givenName;
    this.surname = surname;
    this.partner = partner;
    this.createdDaysAgo = createdDaysAgo;
    this.lastSeen = lastSeen;
    this.sponsors = List.of(sponsors);
  }

  /** Those whose userType is Guest: everybody but {@link #EXTERNAL_MEMBER}. */
  public static List<NamedGuest> listed() {
    return LISTED;
  }

  public String givenName() {
    return givenName;
  }

  public String surname() {
    return surname;
  }

  public String displayName() {
    return this == HOSTILE_NAME ? HOSTILE_DISPLAY_NAME : givenName + " " + surname;
  }

  /** The address it was invited at, which the directory may not show. */
  public String mail() {
    return this == SELF_SPONSOR
        ? KURT.mail()
        : (givenName + "." + surname).toLowerCase(Locale.ROOT) + "@" + partner + ".example.com";
  }

  /** The partner organization it works for. */
  public String companyName() {
    return partner.substring(0, 1).toUpperCase(Locale.ROOT) + partner.substring(1);
  }

  /** Its sponsors among the named employees; some have others, see {@link NamedBelongings}. */
  public List<Employee> sponsors() {
    return sponsors;
  }

  public Optional<Employee> manager() {
    return switch (this) {
      case SPONSOR_GONE, SPONSOR_DELETED, WITHOUT_SPONSOR, SELF_SPONSOR -> Optional.of(ANNA);
      case SPONSOR_SILENT, MAIL_ONLY -> Optional.of(BORIS);
      default -> Optional.empty();
    };
  }

  int createdDaysAgo() {
    return createdDaysAgo;
  }

  LastSeen lastSeen() {
    return lastSeen;
  }
}
