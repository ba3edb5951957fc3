// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changefinder.h"
#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

using Kind = ValueChange::Kind;

EventChanges changesIn(const QByteArray &raw)
{
    return findChanges(std::make_shared<const std::string>(raw.toStdString()));
}

QString placeOf(const EventChange &change)
{
    QString text;
    for (const PlaceStep &step : change.place)
        text += step.element ? u"[%1]"_s.arg(*step.element) : u'/' + toQString(step.member);
    return text;
}

/// `subject @place: before → after`
QStringList described(const EventChanges &found)
{
    QStringList lines;
    for (const EventChange &change : found.changes) {
        lines += u"%1 @%2: %3 → %4"_s.arg(toQString(change.subject), placeOf(change),
                                          toQString(change.change.before.token),
                                          toQString(change.change.after.token));
    }
    return lines;
}

} // namespace

class ChangeFinderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatTheVendorsWrite_data();
    void findsWhatTheVendorsWrite();
    void comparesBothSides();
    void readsAVersionHistory();
    void readsWhatWasRemovedAndAdded();
    void looksNoFurtherInsideOfASide();
    void takesTheLastOfEqualNames();
    void findsNothingWhereThereIsNone_data();
    void findsNothingWhereThereIsNone();
    void stopsAtItsLimits();
    void keepsNoHugeNameForEachChange();
    void comparesTwoEvents();
};

void ChangeFinderTest::findsWhatTheVendorsWrite_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("Asana") << QByteArray(
        R"({"gid":"1","details":{"old_value":"member","new_value":"super_admin"}})")
                           << QStringList{uR"(details @/details: "member" → "super_admin")"_s};
    QTest::newRow("Datafold") << QByteArray(
        R"({"payload":{"name":"orders","before":{"threshold":0.10},"after":{"threshold":1e-2}}})")
                              << QStringList{
                                     uR"(orders @/payload: {"threshold":0.10} → {"threshold":1e-2})"_s};
    QTest::newRow("Paradime, in a string") << QByteArray(
        R"({"metadataJson":"{\"change\": {\"cron\": {\"old_value\": \"0 5\", \"new_value\": null}}}"})")
                                           << QStringList{
                                                  uR"(cron @/metadataJson/change/cron: "0 5" → null)"_s};
    QTest::newRow("Secoda") << QByteArray(
        R"({"metadata":{"prev":{"role":"Viewer"},"current":{"role":"Admin"}}})")
                            << QStringList{uR"(metadata @/metadata: {"role":"Viewer"} → {"role":"Admin"})"_s};
    QTest::newRow("a list of changes")
        << QByteArray(R"({"changes":[{"field":"role","from":1,"to":2},{"oldName":"a","newName":"b"}]})")
        << QStringList{u"role @/changes[0]: 1 → 2"_s, uR"(name @/changes[1]: "a" → "b")"_s};
    QTest::newRow("several in one object")
        << QByteArray(R"({"role_before":"a","plan_before":1,"plan_after":2,"role_after":"b"})")
        << QStringList{uR"(role @: "a" → "b")"_s, u"plan @: 1 → 2"_s};
}

void ChangeFinderTest::findsWhatTheVendorsWrite()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QStringList, found);
    const EventChanges changes = changesIn(raw);
    QCOMPARE(described(changes), found);
    QVERIFY(!changes.isCut && !changes.isCoarse);
}

void ChangeFinderTest::comparesBothSides()
{
    const EventChanges changes = changesIn(R"({"prev":{"title":"t","tags":["a","b"],"gone":1},
        "current":{"tags":["a","c","b"],"title":"t","new":{"x":1}}})");
    const ValueChange &change = changes.changes.front().change;
    QVERIFY(change.kind == Kind::Changed);
    QStringList kinds;
    for (const ValueChange &child : change.children)
        kinds += toQString(child.name) + u' ' + QString::number(static_cast<int>(child.kind));
    QCOMPARE(kinds, (QStringList{u"tags 1"_s, u"gone 2"_s, u"title 0"_s, u"new 3"_s}));
    const ValueChange &tags = change.children.front();
    QCOMPARE(tags.children.size(), std::size_t(3));
    QVERIFY(tags.children[1].kind == Kind::Added);
    QCOMPARE(tags.children[1].after.token, std::string_view("\"c\""));
}

void ChangeFinderTest::readsAVersionHistory()
{
    QFile file(QStringLiteral(TRAILGLASS_FIXTURES) + u"/secoda/resource-logs-page.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const EventChanges changes = changesIn(file.readAll());
    QCOMPARE(changes.changes.size(), std::size_t(2));
    QCOMPARE(placeOf(changes.changes[0]), u"/version_histories[0]/metadata"_s);
    QCOMPARE(changes.changes[0].beforeName, std::string("prev"));
    QVERIFY(!changes.changes[0].change.children.front().lines.empty()); // a description, by words
    QVERIFY(changes.changes[1].kind == EventChange::Kind::Delta);
    QCOMPARE(placeOf(changes.changes[1]), u"/version_histories[0]/metadata/description_diff"_s);
    QCOMPARE(changes.changes[1].afterName, std::string("added"));
    QVERIFY(changes.changes[1].beforeName.empty());
}

void ChangeFinderTest::readsWhatWasRemovedAndAdded()
{
    QCOMPARE(described(changesIn(R"({"tags":{"added":["a"],"removed":["b"]}})")),
             QStringList{uR"(tags @/tags: ["b"] → ["a"])"_s});
    // One side alone only where it is said to be a difference.
    QVERIFY(changesIn(R"({"tags":{"added":["a"]}})").changes.empty());
    // What has another form is shown as it is.
    const EventChanges given = changesIn(R"({"definition_diff":{"@@ -1 +1 @@":"x"},"description_diff":{}})");
    QCOMPARE(given.changes.size(), std::size_t(1));
    QVERIFY(given.changes.front().kind == EventChange::Kind::Given);
    QCOMPARE(given.changes.front().subject, std::string("definition_diff"));
    QCOMPARE(given.changes.front().change.after.token, std::string_view(R"({"@@ -1 +1 @@":"x"})"));
}

void ChangeFinderTest::looksNoFurtherInsideOfASide()
{
    const EventChanges changes = changesIn(R"({"before":{"old":1,"new":2},"after":{"old":2,"new":3}})");
    QCOMPARE(changes.changes.size(), std::size_t(1));
    QCOMPARE(changes.changes.front().change.children.size(), std::size_t(2));
}

void ChangeFinderTest::takesTheLastOfEqualNames()
{
    QCOMPARE(described(changesIn(R"({"old":1,"old":2,"new":3})")), QStringList{u" @: 2 → 3"_s});
}

void ChangeFinderTest::findsNothingWhereThereIsNone_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("cut off") << QByteArray(R"({"old":1,"new":2)");
    QTest::newRow("one side") << QByteArray(R"({"old":1,"news":2})");
    QTest::newRow("no object") << QByteArray(R"(["old","new"])");
    QTest::newRow("sides apart") << QByteArray(R"({"a":{"old":1},"b":{"new":2}})");
}

void ChangeFinderTest::findsNothingWhereThereIsNone()
{
    QFETCH(const QByteArray, raw);
    const EventChanges changes = changesIn(raw);
    QVERIFY(changes.changes.empty());
    QVERIFY(!changes.isCut);
}

void ChangeFinderTest::stopsAtItsLimits()
{
    QByteArray many = "[";
    for (int i = 0; i < 2'000; ++i)
        many += R"({"old":1,"new":2},)";
    const EventChanges changes = changesIn(many + "0]");
    QCOMPARE(changes.changes.size(), EventChanges::MaxChanges);
    QVERIFY(changes.isCut);

    // A list too long to be looked through hides nothing beside it.
    QByteArray list = R"({"list":[)";
    for (int i = 0; i < 300'000; ++i)
        list += "1,";
    const EventChanges beside = changesIn(list + R"(0],"details":{"old":1,"new":2}})");
    QCOMPARE(described(beside), QStringList{u"details @/details: 1 → 2"_s});
    QVERIFY(beside.isCut);

    // As deep as JSON may be.
    const QByteArray open = QByteArray(R"({"a":)").repeated(900);
    const EventChanges deep = changesIn(open + R"({"old":[[1]],"new":[[2]]})" + QByteArray(900, '}'));
    QCOMPARE(deep.changes.size(), std::size_t(1));
    QCOMPARE(deep.changes.front().place.size(), std::size_t(900));
}

void ChangeFinderTest::keepsNoHugeNameForEachChange()
{
    const QByteArray huge(4'000'000, 'n');
    QByteArray list;
    for (int i = 0; i < 400; ++i)
        list += (i > 0 ? "," : "") + QByteArray(R"({"old":1,"new":2})");

    // Under such a name nothing is searched, and that is said; beside it everything is.
    const EventChanges changes = changesIn("{\"" + huge + "\":[" + list + R"(],"role":{"old":1,"new":2}})");
    QCOMPARE(described(changes), QStringList{u"role @/role: 1 → 2"_s});
    QVERIFY(changes.isCut);
    QVERIFY(!changesIn("{\"" + huge + R"(":1,"role":{"old":1,"new":2}})").isCut); // nothing is lost there

    // What is called like that has no name.
    const EventChanges unnamed = changesIn(R"({"role":{"name":")" + huge + R"(","old":1,"new":2}})");
    QCOMPARE(described(unnamed), QStringList{u"role @/role: 1 → 2"_s});
}

void ChangeFinderTest::comparesTwoEvents()
{
    const auto text = [](const char *raw) {
        return std::make_shared<const std::string>(raw);
    };
    const EventChanges two = compareEvents(text(R"({"id":1,"actor":"a"})"), text(R"({"id":2,"actor":"a"})"));
    QCOMPARE(two.changes.size(), std::size_t(1));
    QVERIFY(two.changes.front().change.children[0].kind == Kind::Changed);
    QVERIFY(two.changes.front().change.children[1].kind == Kind::Same);
    QVERIFY(compareEvents(text("{"), text("{}")).changes.empty());
}

TRAILGLASS_PURE_TEST(ChangeFinderTest)

#include "tst_changefinder.moc"
