// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetfile.h"
#include "tests/runner/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <future>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class PresetFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenToTheLetter();
    void readsBackWhatWasWritten();
    void ignoresKeysItDoesNotKnow();
    void refusesForeignAndDamagedFiles_data();
    void refusesForeignAndDamagedFiles();
    void isReadByProgramsFromBeforeColourRules();
    void keepsEachColourRuleOfAFile();
    void readsColourRulesAlone_data();
    void readsColourRulesAlone();
    void goesThroughAFile();
    void saysWhichFileCannotBeUsed();
    void waitsForThePipeUntilCancelled();
    void readsFromAPipe();
};

namespace {

const QList<Preset> Presets{
    {u"night"_s, u"hour:22..,..5"_s, u"created,actor"_s, u"-created"_s},
    {u"Ünï & 日本語"_s, u"\"C:\\Users\" OR preset:night"_s},
    {u"colours"_s, u"x"_s, {}, {}, uR"([{"colour":3,"filter":"preset:night","name":"Ünï","on":false}])"_s},
    {u"no colours"_s, u"y"_s, {}, {}, u"[]"_s},
};

/// A file whose list of presets is \a list.
QByteArray fileOf(const QByteArray &list)
{
    return R"({"format":"trailglass-presets","version":1,"presets":)" + list + '}';
}

} // namespace

void PresetFileTest::isWrittenToTheLetter()
{
    QCOMPARE(presetFileContent({Presets.first()}), QByteArray(R"({
    "format": "trailglass-presets",
    "presets": [
        {
            "columns": "created,actor",
            "expression": "hour:22..,..5",
            "name": "night",
            "sort": "-created"
        }
    ],
    "version": 1
}
)"));
}

void PresetFileTest::readsBackWhatWasWritten()
{
    QCOMPARE(*readPresetFileContent(presetFileContent(Presets)), Presets);
    QCOMPARE(*readPresetFileContent(presetFileContent({})), QList<Preset>());
}

void PresetFileTest::ignoresKeysItDoesNotKnow()
{
    const auto read =
        readPresetFileContent(R"({"made":"today","format":"trailglass-presets","version":1,"presets":[)"
                              R"({"name":"a","expression":"x","colour":{"r":1}}]})");
    QVERIFY(read);
    QCOMPARE(*read, (QList<Preset>{{u"a"_s, u"x"_s}}));
}

void PresetFileTest::refusesForeignAndDamagedFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("says");
    const auto malformed = [](const char *name, const QByteArray &content, const QString &says) {
        QTest::newRow(name) << content << ErrorKind::Malformed << says;
    };
    const QByteArray whole = presetFileContent(Presets);
    const QString foreign = u"not a Trailglass preset file"_s;
    malformed("empty", {}, foreign);
    malformed("no JSON", "Dear diary", foreign);
    malformed("cut", whole.left(whole.size() / 2), foreign);
    malformed("another program's", R"({"presets":[]})", foreign);
    malformed("an array", "[]", foreign);
    malformed("version 0", R"({"format":"trailglass-presets","version":0,"presets":[]})", foreign);
    malformed("version as text", R"({"format":"trailglass-presets","version":"1","presets":[]})", foreign);
    malformed("no list", fileOf(R"({"a":1})"), foreign);
    malformed("nested too deep", fileOf(QByteArray(5000, '[')), foreign);
    QTest::newRow("newer") << QByteArray(R"({"format":"trailglass-presets","version":2,"presets":[]})")
                           << ErrorKind::NewerVersion << u"newer Trailglass"_s;
    malformed("no object", fileOf("[1]"), u"Preset 1 is"_s);
    malformed("no expression", fileOf(R"([{"name":"a"}])"), u"Preset 1 (“a”)"_s);
    malformed("number for a name", fileOf(R"([{"name":5,"expression":"x"}])"), u"Preset 1 is"_s);
    malformed("second has a bad name",
              fileOf(R"([{"name":"a","expression":""},{"name":"","expression":""}])"), u"Preset 2 is"_s);
    malformed("broken filter", fileOf(R"([{"name":"a","expression":"actr:x"}])"), u"“actor”"_s);
    malformed("colour rules that are no list",
              fileOf(R"([{"name":"a","expression":"","colour_rules":"[]"}])"), u"Preset 1 (“a”) is"_s);
    malformed("unknown column", fileOf(R"([{"name":"a","expression":"","columns":"nope"}])"), u"nope"_s);
    malformed("control characters are shown", fileOf(R"([{"name":"a\u202eb","expression":""}])"),
              u"a<U+202E>b"_s);
    QTest::newRow("too large") << QByteArray(LargestPresetFile + 1, ' ') << ErrorKind::TooLarge
                               << u"16 MiB"_s;
    QByteArray many = "[";
    for (qsizetype number = 0; number <= MaxPresetsInFile; ++number)
        many += number == 0 ? "0" : ",0";
    QTest::newRow("too many") << fileOf(many + ']') << ErrorKind::TooLarge << u"at most"_s;
}

void PresetFileTest::refusesForeignAndDamagedFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    const auto read = readPresetFileContent(content);
    QVERIFY(!read);
    QTEST(read.error().kind, "kind");
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
    QVERIFY(read.error().message.contains(u"Nothing was imported."_s));
}

/// They ignore keys that they do not know: the filter and all else of a preset are what they were.
void PresetFileTest::isReadByProgramsFromBeforeColourRules()
{
    QJsonObject file = QJsonDocument::fromJson(presetFileContent({Presets[2]})).object();
    QCOMPARE(file.value("version"_L1).toInt(), 1);
    QJsonObject preset = file.value("presets"_L1)[0].toObject();
    QCOMPARE(preset.value("colour_rules"_L1)[0][u"filter"].toString(), u"preset:night"_s);
    preset.remove(u"colour_rules"_s);
    QCOMPARE(preset, (QJsonObject{{u"name"_s, u"colours"_s}, {u"expression"_s, u"x"_s}}));
    file[u"presets"_s] = QJsonArray{preset};
    QCOMPARE(*readPresetFileContent(QJsonDocument(file).toJson()), (QList<Preset>{{u"colours"_s, u"x"_s}}));
}

/// What is wrong with one is said when it is imported.
void PresetFileTest::keepsEachColourRuleOfAFile()
{
    const auto read = readPresetFileContent(
        fileOf(R"([{"name":"a","expression":"","colour_rules":[{"filter":"(","colour":1},7]}])"));
    QVERIFY(read);
    QCOMPARE(read->first().colourRules, uR"([{"colour":1,"filter":"("},7])"_s);
    QCOMPARE(*readPresetFileContent(presetFileContent(*read)), *read);
}

void PresetFileTest::readsColourRulesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("rules"); // empty: refused
    QTest::addColumn<QString>("says");
    const auto refused = [](const char *name, const QByteArray &content, const QString &says) {
        QTest::newRow(name) << content << QString() << says;
    };
    QTest::newRow("two") << QByteArray(R"([{"filter":"x","colour":1},{"filter":"y","colour":0,"name":"n"}])")
                         << uR"([{"colour":1,"filter":"x","name":"","on":true},)"
                            R"({"colour":0,"filter":"y","name":"n","on":true}])"_s
                         << QString();
    QTest::newRow("none") << QByteArray("[]") << u"[]"_s << QString();
    refused("no list", "{}", u"JSON array"_s);
    refused("no rule", R"([{"filter":"x","colour":1},{"name":"n"}])", u"rule 2 (“n”)"_s);
    refused("a broken filter", R"([{"filter":"op:auth actr:x","colour":1}])", u"character 9"_s);
    refused("too large", QByteArray(LargestPresetFile + 1, ' '), u"16 MiB"_s);
}

void PresetFileTest::readsColourRulesAlone()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, rules);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"rules.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(file.write(content), content.size());
    const auto read = readColourRulesFile(file.fileName());
    QCOMPARE(read.hasValue(), !rules.isEmpty());
    if (read) {
        QCOMPARE(*read, rules);
        return;
    }
    QCOMPARE(read.error().kind, ErrorKind::Usage);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void PresetFileTest::goesThroughAFile()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"presets.json"_s);
    QVERIFY(writePresetFile(fileName, Presets));
    QCOMPARE(*readPresetFile(fileName), Presets);
}

void PresetFileTest::saysWhichFileCannotBeUsed()
{
    const QTemporaryDir folder;
    const QString missing = folder.filePath(u"no/such"_s);
    QCOMPARE(readPresetFile(missing).error().kind, ErrorKind::NotFound);
    QCOMPARE(writePresetFile(missing, Presets).error().kind, ErrorKind::Storage);
    QCOMPARE(readPresetFile(folder.path()).error().kind, ErrorKind::Storage);
    for (const Error &error : {writePresetFile(missing, Presets).error(), readPresetFile(missing).error(),
                               readPresetFile(folder.path()).error()}) {
        QVERIFY2(error.message.contains(folder.path()), qPrintable(error.message));
    }
}

void PresetFileTest::waitsForThePipeUntilCancelled()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    CancelSource cancel;
    auto read = std::async(std::launch::async,
                           [&pipe, token = cancel.token()] { return readPresetFile(pipe, token); });
    QCOMPARE(read.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
    cancel.cancel();
    QCOMPARE(read.get().error().kind, ErrorKind::Cancelled);
}

void PresetFileTest::readsFromAPipe()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    auto read = std::async(std::launch::async, [&pipe] { return readPresetFile(pipe); });
    QVERIFY(writePresetFile(pipe, Presets));
    QCOMPARE(*read.get(), Presets);
}

TRAILGLASS_TEST(PresetFileTest)
#include "tst_presetfile.moc"
