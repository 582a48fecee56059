package io.gatehouse.graph.conformity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of the conformity test find what they are there to find. */
class ChecksTest {

  private static final String CSDL =
      """
      <edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
      <Schema Namespace="zoo.places" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        <EntityType Name="root">
          <NavigationProperty Name="animals" Type="Collection(z.animal)" />
        </EntityType>
      </Schema>
      <Schema Namespace="zoo" Alias="z" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        <EnumType Name="diet"><Member Name="plants" /><Member Name="meat" /></EnumType>
        <EnumType Name="days" IsFlags="true"><Member Name="mon" /><Member Name="tue" /></EnumType>
        <ComplexType Name="tag"><Property Name="key" Type="Edm.String" /></ComplexType>
        <EntityType Name="animal" Abstract="true">
          <Property Name="id" Type="Edm.String" Nullable="false" />
          <Property Name="born" Type="Edm.DateTimeOffset" />
          <Property Name="tame" Type="Edm.Boolean" />
          <Property Name="legs" Type="Edm.Int32" />
          <Property Name="chip" Type="Edm.Guid" />
          <Property Name="diet" Type="z.diet" />
          <Property Name="fed" Type="z.days" />
          <Property Name="tags" Type="Collection(z.tag)" />
          <NavigationProperty Name="parents" Type="Collection(z.animal)" />
        </EntityType>
        <EntityType Name="cat" BaseType="z.animal"><Property Name="whiskers" Type="Edm.Double" /></EntityType>
        <Action Name="feed" IsBound="true">
          <Parameter Name="it" Type="z.animal" /><ReturnType Type="z.animal" />
        </Action>
        <Action Name="leave" IsBound="true"><Parameter Name="it" Type="z.cat" /></Action>
        <EntityContainer Name="all">
          <EntitySet Name="animals" EntityType="zoo.animal" />
          <EntitySet Name="cats" EntityType="zoo.cat" />
          <Singleton Name="place" Type="zoo.places.root" />
        </EntityContainer>
      </Schema></edmx:DataServices></edmx:Edmx>
      """;

  private static final TypeRef ANIMALS = TypeRef.of("Collection(z.animal)");

  private final Schema schema = SchemaReading.read(new ByteArrayInputStream(CSDL.getBytes(UTF_8)));

  @ParameterizedTest
  @CsvSource({
    "animals, /animals, Collection(zoo.animal)",
    "animals/7, /animals/{id}, zoo.animal",
    "animals/7/parents, /animals/{id}/parents, Collection(z.animal)",
    "animals/7/feed, /animals/{id}/feed, z.animal",
    "cats/7/feed, /cats/{id}/feed, z.animal",
    "cats/7/leave, /cats/{id}/leave, ",
    "animals/z.cat, /animals/z.cat, Collection(z.cat)",
    "place/animals/7/diet, /place/animals/{id}/diet, z.diet"
  })
  void a_path_leads_to_a_type(String path, String template, String type) {
    assertThat(target(path))
        .isEqualTo(new Target(template, type == null ? null : TypeRef.of(type)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dogs", "animals/7/friends", "animals/7/leave", "cats/7/leave/now", "place/feed"})
  void a_path_that_is_not_in_the_schema_is_missing(String path) {
    assertThatThrownBy(() -> target(path)).isInstanceOf(Target.Missing.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$select | id,whiskers",
        "$expand | parents($select=id,whiskers)",
        "$expand | parents",
        "$filter | id eq '7'",
        "$filter | tame eq true and born ge 2026-01-01T00:00:00.5Z",
        "$top | 999"
      })
  void a_query_names_what_exists(String option, String value) {
    assertThat(new QueryCheck(schema).flaws(ANIMALS, Map.of(option, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$select | id,stripes",
        "$expand | diet",
        "$expand | friends($select=id)",
        "$expand | parents($select=stripes)",
        "$filter | stripes eq 'x'",
        "$filter | id eq 7",
        "$filter | tame eq 'yes'",
        "$filter | born ge 2026",
        "$filter | contains(id,'x')",
        "$filter | diet/x eq 1",
        "$top | 1000",
        "$skip | 3"
      })
  void a_query_for_what_does_not_exist_is_a_flaw(String option, String value) {
    assertThat(new QueryCheck(schema).flaws(ANIMALS, Map.of(option, value))).hasSize(1);
  }

  @Test
  void a_body_that_is_all_the_schema_says_has_no_flaw() {
    assertThat(
            flaws(
                """
                {"@odata.context":"http://x/$metadata#animals(id,born)","@odata.nextLink":"http://x",
                 "value":[{"@odata.type":"#zoo.cat","id":"7","born":"2026-01-01T00:00:00Z","tame":true,
                   "legs":4,"chip":"11111111-0000-0000-0000-000000000001","diet":"meat",
                   "fed":"mon,tue","tags":[{"key":"k"}],"whiskers":1.5,
                   "parents":[{"id":"8","tame":null}]}]}\
                """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'stripes':1 | zoo.animal/stripes: no such property",
        "'id':null | zoo.animal/id: null",
        "'id':7 | zoo.animal/id: 7 is no Edm.String",
        "'born':'' | zoo.animal/born: '' is no Edm.DateTimeOffset",
        "'tame':'yes' | zoo.animal/tame: 'yes' is no Edm.Boolean",
        "'legs':1.5 | zoo.animal/legs: 1.5 is no Edm.Int32",
        "'chip':'7' | zoo.animal/chip: '7' is no Edm.Guid",
        "'diet':'Meat' | zoo.animal/diet: 'Meat' is no z.diet",
        "'fed':'mon,sun' | zoo.animal/fed: 'mon,sun' is no z.days",
        "'tags':{} | zoo.animal/tags: no list",
        "'tags':['k'] | zoo.animal/tags: 'k' is no z.tag",
        "'tags':[{'name':'k'}] | zoo.tag/name: no such property",
        "'parents':[{'stripes':1}] | zoo.animal/stripes: no such property",
        "'whiskers':1 | zoo.animal/whiskers: no such property",
        "'@odata.type':'#zoo.tag' | z.animal: the @odata.type zoo.tag"
      })
  void what_the_schema_does_not_have_is_found_in_a_body(String property, String flaw) {
    var body =
        "{'@odata.context':'x/$metadata#animals','value':[{%s}]}"
            .formatted(property)
            .replace('\'', '"');

    assertThat(flaws(body)).containsExactly(flaw.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'value':[]} | Collection(z.animal): no @odata.context",
        "{'@odata.context':'x/$metadata#animals/$entity','value':[]} | Collection(z.animal): the @odata.context animals/$entity",
        "{'@odata.context':'x/$metadata#place','value':[]} | Collection(z.animal): the @odata.context place",
        "{'@odata.context':'x/$metadata#animals','value':[],'more':1} | Collection(z.animal)/more: no part of a collection"
      })
  void a_page_whose_frame_is_wrong_is_found(String body, String flaw) {
    assertThat(flaws(body.replace('\'', '"'))).containsExactly(flaw);
  }

  @Test
  void a_permission_counts_for_applications_in_any_spelling_of_the_path() {
    var table =
        PermissionTable.read(
            new StringReader(
                """
                {"permissions":{"Cat.Feed.All":{"pathSets":[
                  {"schemeKeys":["Application"],"methods":["POST"],
                   "paths":{"/Cats/{cat-id}/feed":"","/cats/{id}/parents/$ref":""}},
                  {"schemeKeys":["DelegatedWork"],"methods":["DELETE"],"paths":{"/cats/{id}":""}}]}}}\
                """));
    var feed = Set.of("Cat.Feed.All");

    assertThat(table.covers(feed, "POST", "/cats/{id}/feed")).isTrue();
    assertThat(table.covers(feed, "POST", "/cats/{id}/parents/$ref")).isTrue();
    assertThat(table.covers(feed, "GET", "/cats/{id}/feed")).isFalse();
    assertThat(table.covers(feed, "DELETE", "/cats/{id}")).isFalse();
    assertThat(table.covers(Set.of("Dog.Feed.All"), "POST", "/cats/{id}/feed")).isFalse();
  }

  private Target target(String path) {
    return Target.of(schema, Arrays.asList(path.split("/", -1)));
  }

  private List<String> flaws(String body) {
    return BodyCheck.flaws(schema, ANIMALS, JsonParser.parseString(body).getAsJsonObject());
  }
}
