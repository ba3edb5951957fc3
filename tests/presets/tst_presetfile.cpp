// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetfile.h"
#include "tests/runner/testclass.h"

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
    void goesThroughAFile();
    void saysWhichFileCannotBeUsed();
    void waitsForThePipeUntilCancelled();
    void readsFromAPipe();
};

namespace {

const QList<Preset> Presets{
    {u"night"_s, u"hour:22..,..5"_s, u"created,actor"_s, u"-created"_s},
    {u"Ünï & 日本語"_s, u"\"C:\\Users\" OR preset:night"_s},
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
    malformed("no expression", fileOf(R"([{"name":"a"}])"), u"Preset 1, “a”"_s);
    malformed("number for a name", fileOf(R"([{"name":5,"expression":"x"}])"), u"Preset 1 is"_s);
    malformed("second has a bad name",
              fileOf(R"([{"name":"a","expression":""},{"name":"","expression":""}])"), u"Preset 2:"_s);
    malformed("broken filter", fileOf(R"([{"name":"a","expression":"actr:x"}])"), u"“actor”"_s);
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
