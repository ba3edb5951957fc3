// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "models/query/filter/jsonpathreader.h"
#include "models/table/jsonlayout.h"
#include "models/table/jsontreemodel.h"

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
    void cutsLongValuesForDisplayOnly();
    void fetchesAWideArrayInPortions();
    void getsToADeepPlace();
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
    row("empty object with a blank", "{ }");
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

    const QModelIndex name = model.indexAt({0, 0, 0});

    QVERIFY(model.index(0, 0).data(JsonTreeModel::JsonInStringRole).toBool());
    QCOMPARE(name.data(JsonTreeModel::PathRole).toString(), u"@metadataJson.schedule.name"_s);
    QCOMPARE(name.data(JsonTreeModel::TextRole).toString(), u"daily"_s);
    QCOMPARE(model.text(model.index(0, 0)), R"({"schedule":{"name":"daily"}})");
}

void JsonTreeModelTest::cutsLongValuesForDisplayOnly()
{
    const std::string value = repeated("\\u00e4", 100'000);
    JsonTreeModel model;
    model.setDocument(shared("{\"long\":\"" + value + "\",\"short\":\"" + repeated("x", 2'000) + "\"}"));
    model.fetchMore({});

    const QModelIndex index = model.index(0, 1);
    QVERIFY(index.data(JsonTreeModel::CutRole).toBool());
    QCOMPARE(index.data().toString().size(), JsonTreeModel::DisplayedCharacters + 2);
    QCOMPARE(index.data(JsonTreeModel::TextRole).toString(), QString(100'000, QChar(0xE4)));
    QVERIFY(!model.index(1, 1).data(JsonTreeModel::CutRole).toBool());
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

    const QModelIndex last = model.indexAt({0, 99'999});
    QCOMPARE(last.siblingAtColumn(1).data().toString(), u"2"_s);
    QCOMPARE(last.data(JsonTreeModel::PathRole).toString(), u"@a[99999]"_s);
    QVERIFY(!model.indexAt({0, 100'000}).isValid());
}

void JsonTreeModelTest::getsToADeepPlace()
{
    JsonTreeModel model;
    model.setDocument(shared(repeated("{\"a\":", 999) + "\"end\"" + repeated("}", 999)));

    const QModelIndex index = model.indexAt(JsonPlace(999, 0));

    QCOMPARE(index.data(JsonTreeModel::TextRole).toString(), u"end"_s);
    QCOMPARE(index.data(JsonTreeModel::PathRole).toString().count(u'a'), 999);
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
        paths += model.indexAt(place).data(JsonTreeModel::PathRole).toString();

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

QTEST_GUILESS_MAIN(JsonTreeModelTest)

#include "tst_jsontreemodel.moc"
