// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/filter/jsonpathreader.h"
#include "models/table/jsonlayout.h"
#include "models/table/jsontreemodel.h"
#include "tests/runner/testclass.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const std::string> shared(std::string text)
{
    return std::make_shared<const std::string>(std::move(text));
}

std::string repeated(const std::string &text, int times)
{
    std::string all;
    for (int time = 0; time < times; ++time)
        all += text;
    return all;
}

/// The index at the end of as many portions as it takes.
QModelIndex found(JsonTreeModel &model, const JsonPlace &place)
{
    for (;;) {
        if (const auto index = model.seek(place))
            return *index;
    }
}

std::string layout(const std::string &json, std::size_t portion)
{
    JsonLayout layout(json);
    std::string all;
    for (std::string next = layout.next(portion); !next.empty(); next = layout.next(portion))
        all += next;
    return all;
}

} // namespace

class JsonTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isASoundModelOverHostileDocuments_data();
    void isASoundModelOverHostileDocuments();
    void leadsEveryLeafsPathBackToItsText();
    void keepsOrderNumbersAndDuplicateKeys();
    void opensJsonInsideAString();
    void opensALongStringWhenItIsAskedTo_data();
    void opensALongStringWhenItIsAskedTo();
    void cutsLongValuesForDisplayOnly();
    void fetchesAWideArrayInPortions();
    void getsToADeepPlace();
    void goesToAFarPlaceInPortions();
    void followsATrailIntoAnotherDocument_data();
    void followsATrailIntoAnotherDocument();
    void findsNamesAndValuesEverywhere();
    void saysWhereTheJsonEnds();
    void laysOutEveryTokenAsItIs_data();
    void laysOutEveryTokenAsItIs();

private:
    void checkLeaves(JsonTreeModel &model, const QModelIndex &parent, const std::string &raw, int &leaves);
};

void JsonTreeModelTest::isASoundModelOverHostileDocuments_data()
{
    QTest::addColumn<QByteArray>("document");

    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QByteArray::fromStdString(text);
    };
    row("nothing", "");
    row("blanks", "  \n ");
    row("empty object", "{}");
    row("empty object with a space", "{ }");
    row("a number", "1");
    row("an array", "[1,[2],{}]");
    row("deep", repeated("{\"a\":", 999) + "1" + repeated("}", 999));
    row("too deep", repeated("[", 5'000) + repeated("]", 5'000));
    // One portion: the tester would fetch the second within the signal of the first.
    row("wide", "{\"a\":[" + repeated("1,", 200) + "2]}");
    row("duplicate and empty keys", R"({"a":1,"a":2,"":3,"":{"":4}})");
    row("escapes", R"({"\u0061\n":"\ud83d\ude00","lone":"\ud800x","nul":"\u0000"})");
    row("digits", R"({"n":123456789012345678901234567890,"f":1.10,"e":1e400})");
    row("json in strings", R"({"a":"{\"b\":\"[1,\\\"{}\\\"]\"}","c":"{broken"})");
    row("cut off", R"({"a":{"b":[1,2,"x)");
    row("not JSON", "<html>");
    row("invalid UTF-8", "{\"a\":\"\xff\xfe\"}");
    row("mixed brackets", R"({"a":[1,2},"b":3})");
}

void JsonTreeModelTest::isASoundModelOverHostileDocuments()
{
    QFETCH(const QByteArray, document);
    JsonTreeModel model;
    model.setDocument(shared(document.toStdString()));
    // Only now: the tester fetches within the signal of a reset and then takes the new rows for a fault.
    auto tester = std::make_unique<QAbstractItemModelTester>(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    QModelIndex index;
    for (int level = 0; level < 40; ++level) {
        while (model.canFetchMore(index))
            model.fetchMore(index);
        for (int child = 0; child < model.rowCount(index); ++child) {
            for (const int role :
                 {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::AccessibleTextRole),
                  static_cast<int>(JsonTreeModel::TextRole), static_cast<int>(JsonTreeModel::PathRole)})
                QVERIFY(model.index(child, 1, index).data(role).isValid());
        }
        index = model.index(model.rowCount(index) - 1, 0, index);
    }
    tester.reset();
    model.setDocument(nullptr);

    QCOMPARE(model.rowCount(), 0);
}

void JsonTreeModelTest::checkLeaves(JsonTreeModel &model, const QModelIndex &parent, const std::string &raw,
                                    int &leaves)
{
    while (model.canFetchMore(parent))
        model.fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (model.hasChildren(index)) {
            checkLeaves(model, index, raw, leaves);
            continue;
        }
        const auto path = model.path(index);
        QVERIFY(path);
        const auto text = Filter::cellText(raw, *path);
        const bool isNull =
            index.data(JsonTreeModel::KindRole).toInt() == static_cast<int>(JsonTreeModel::Kind::Null);
        QCOMPARE(text.has_value(), !isNull);
        if (!isNull)
            QCOMPARE(QByteArray::fromStdString(*text), QByteArray::fromStdString(model.text(index)));
        ++leaves;
    }
}

void JsonTreeModelTest::leadsEveryLeafsPathBackToItsText()
{
    const std::string raw =
        R"({"a":1,"b.c":{"d e":[true,null,{"x":"y"},[[3]]]},"":{"q\"q":"\u00e9\ud800"},)"
        R"("m":"{\"s\":{\"n\":\"daily \\\"run\\\"\"},\"l\":[1.50,\"z\"]}","e":{},"*":[]})";
    JsonTreeModel model;
    model.setDocument(shared(raw));
    int leaves = 0;

    checkLeaves(model, {}, raw, leaves);

    QCOMPARE(leaves, 11);
}

void JsonTreeModelTest::keepsOrderNumbersAndDuplicateKeys()
{
    JsonTreeModel model;
    model.setDocument(shared(R"({"z":1.10,"a":18446744073709551616,"z":1e400})"));
    model.fetchMore({});

    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), u"z"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"1.10"_s);
    QCOMPARE(model.index(1, 1).data().toString(), u"18446744073709551616"_s);
    QCOMPARE(model.index(2, 0).data().toString(), u"z"_s);
    QCOMPARE(model.index(2, 1).data().toString(), u"1e400"_s);
}

void JsonTreeModelTest::opensJsonInsideAString()
{
    JsonTreeModel model;
    model.setDocument(shared(R"({"metadataJson":"{\"schedule\":{\"name\":\"daily\"}}"})"));

    const QModelIndex name = found(model, {0, 0, 0});

    QVERIFY(model.index(0, 0).data(JsonTreeModel::JsonInStringRole).toBool());
    QCOMPARE(name.data(JsonTreeModel::PathRole).toString(), u"@metadataJson.schedule.name"_s);
    QCOMPARE(name.data(JsonTreeModel::TextRole).toString(), u"daily"_s);
    QCOMPARE(model.text(model.index(0, 0)), R"({"schedule":{"name":"daily"}})");
}

void JsonTreeModelTest::opensALongStringWhenItIsAskedTo_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<bool>("opens");
    QTest::newRow("JSON") << QByteArray("]}") << true;
    QTest::newRow("looks like JSON") << QByteArray("]") << false;
}

void JsonTreeModelTest::opensALongStringWhenItIsAskedTo()
{
    QFETCH(const QByteArray, end);
    QFETCH(const bool, opens);
    const std::string text = R"({\"list\":[)" + repeated("1234567,", 20'000) + "0" + end.toStdString();
    JsonTreeModel model;
    model.setDocument(shared("{\"json\":\"" + text + "\"}"));
    model.fetchMore({});
    const QModelIndex string = model.index(0, 0);

    QVERIFY(model.hasChildren(string)); // so far as can be seen
    QVERIFY(model.canFetchMore(string));
    model.fetchMore(string);

    QCOMPARE(model.hasChildren(string), opens);
    QCOMPARE(model.rowCount(string), opens ? 1 : 0);
}

void JsonTreeModelTest::cutsLongValuesForDisplayOnly()
{
    const std::string value = repeated("\\u00e4", 100'000);
    JsonTreeModel model;
    model.setDocument(shared("{\"long\":\"" + value + "\",\"short\":\"" + repeated("x", 2'000) + "\"}"));
    model.fetchMore({});

    const QModelIndex index = model.index(0, 1);
    QVERIFY(index.data().toString().endsWith(u'…'));
    QCOMPARE(index.data().toString().size(), JsonTreeModel::DisplayedCharacters + 2);
    QCOMPARE(index.data(JsonTreeModel::TextRole).toString(), QString(100'000, QChar(0xE4)));
    QVERIFY(!model.index(1, 1).data().toString().endsWith(u'…'));
}

void JsonTreeModelTest::fetchesAWideArrayInPortions()
{
    JsonTreeModel model;
    model.setDocument(shared("{\"a\":[" + repeated("1,", 99'999) + "2]}"));
    model.fetchMore({});
    const QModelIndex array = model.index(0, 0);

    model.fetchMore(array);
    QCOMPARE(model.rowCount(array), JsonTreeModel::RowsPerFetch);
    QVERIFY(model.canFetchMore(array));

    const QModelIndex last = found(model, {0, 99'999});
    QCOMPARE(last.siblingAtColumn(1).data().toString(), u"2"_s);
    QCOMPARE(last.data(JsonTreeModel::PathRole).toString(), u"@a[99999]"_s);
    QVERIFY(!found(model, {0, 100'000}).isValid());
}

void JsonTreeModelTest::getsToADeepPlace()
{
    JsonTreeModel model;
    model.setDocument(shared(repeated("{\"a\":", 999) + "\"end\"" + repeated("}", 999)));

    const QModelIndex index = found(model, JsonPlace(999, 0));

    QCOMPARE(index.data(JsonTreeModel::TextRole).toString(), u"end"_s);
    QCOMPARE(index.data(JsonTreeModel::PathRole).toString().count(u'a'), 999);
}

void JsonTreeModelTest::goesToAFarPlaceInPortions()
{
    JsonTreeModel model;
    model.setDocument(shared("{\"a\":[" + repeated("1,", 99'999) + "2]}"));
    const JsonPlace place{0, 99'999};

    int portions = 1;
    while (!model.seek(place)) {
        QCOMPARE(model.rowCount(model.index(0, 0)), JsonTreeModel::RowsPerSeek * portions);
        ++portions;
    }

    QCOMPARE(portions, (100'000 + JsonTreeModel::RowsPerSeek - 1) / JsonTreeModel::RowsPerSeek);
    model.setDocument(shared("[" + repeated("\"" + std::string(1'000'000, 'x') + "\",", 8) + "1]"));
    QVERIFY(!model.seek({8})); // many bytes are a portion too
    QVERIFY(found(model, {8}).isValid());
}

void JsonTreeModelTest::followsATrailIntoAnotherDocument_data()
{
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QString>("text");
    QTest::newRow("the same") << QByteArray(R"({"a":0,"b":[{"c":1},{"d":"{\"e\":2}"}]})") << u"2"_s;
    QTest::newRow("in another order") << QByteArray(R"({"b":[0,{"x":0,"d":{"e":3}}],"a":0})") << u"3"_s;
    QTest::newRow("of a name that is there twice")
        << QByteArray(R"({"b":0,"b":[0,{"d":{"e":4}}]})") << u"4"_s;
    QTest::newRow("a name is missing") << QByteArray(R"({"a":0,"b":[0,{"x":0}]})") << QString();
    QTest::newRow("an element is missing") << QByteArray(R"({"b":[{"d":{"e":1}}]})") << QString();
    QTest::newRow("a scalar on the way") << QByteArray(R"({"b":5})") << QString();
    QTest::newRow("no JSON on the way") << QByteArray(R"({"b":[0,{"d":)") << QString();
    QTest::newRow("not JSON") << QByteArray("<html>") << QString();
    QTest::newRow("nothing") << QByteArray() << QString();
}

void JsonTreeModelTest::followsATrailIntoAnotherDocument()
{
    QFETCH(const QByteArray, other);
    QFETCH(const QString, text);
    JsonTreeModel model;
    model.setDocument(shared(R"({"a":0,"b":[{"c":1},{"d":"{\"e\":2}"}]})"));
    const JsonTrail trail = model.trail(found(model, {1, 1, 0, 0}));
    QCOMPARE(trail.size(), 4U);

    model.setDocument(shared(other.toStdString()));
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);

    const QModelIndex index = model.follow(trail);
    QCOMPARE(index.isValid(), !text.isNull());
    QCOMPARE(index.data(JsonTreeModel::TextRole).toString(), text);
    QVERIFY(!model.follow({}).isValid());
}

void JsonTreeModelTest::findsNamesAndValuesEverywhere()
{
    const auto raw = shared(
        R"({"Needle":1,"b":["x","a NEEDLE",{"c":"{\"needle\":[\"n\\u0065edle\"]}"}],"needle":{"d":0}})");
    JsonSearch search(raw, "needle");
    while (search.step(1)) { }
    JsonTreeModel model;
    model.setDocument(raw);

    QStringList paths;
    for (const JsonPlace &place : search.matches())
        paths += found(model, place).data(JsonTreeModel::PathRole).toString();

    QCOMPARE(
        paths,
        (QStringList{u"@Needle"_s, u"@b[1]"_s, u"@b[2].c.needle"_s, u"@b[2].c.needle[0]"_s, u"@needle"_s}));
    QVERIFY(!search.isCut());
}

void JsonTreeModelTest::saysWhereTheJsonEnds()
{
    JsonTreeModel model;
    model.setDocument(shared(R"({"a":1,"b":tru)"));
    while (model.canFetchMore({}))
        model.fetchMore({});

    QCOMPARE(model.rowCount(), 2);
    const QModelIndex note = model.index(1, 0);
    QCOMPARE(note.data(JsonTreeModel::KindRole).toInt(), static_cast<int>(JsonTreeModel::Kind::Note));
    QVERIFY(!model.filterValue(note));
    QVERIFY(note.data(JsonTreeModel::PathRole).toString().isEmpty());
}

void JsonTreeModelTest::laysOutEveryTokenAsItIs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("laidOut");

    QTest::newRow("object") << QByteArray(R"({"a":1.10,"b":[],"c":{ }})")
                            << QByteArray("{\n  \"a\": 1.10,\n  \"b\": [],\n  \"c\": {}\n}");
    QTest::newRow("nested") << QByteArray(R"({"a":[1,{"b":"\u0041"}]})")
                            << QByteArray(
                                   "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"\\u0041\"\n    }\n  ]\n}");
    QTest::newRow("broken") << QByteArray(R"({"a":1,x})") << QByteArray("{\n  \"a\": 1\n,x}");
    QTest::newRow("scalar") << QByteArray("12") << QByteArray("12");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void JsonTreeModelTest::laysOutEveryTokenAsItIs()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, laidOut);

    QCOMPARE(QByteArray::fromStdString(layout(json.toStdString(), 1'000)), laidOut);
    QCOMPARE(QByteArray::fromStdString(layout(json.toStdString(), 1)), laidOut);
}

TRAILGLASS_TEST(JsonTreeModelTest)

#include "tst_jsontreemodel.moc"
