// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/inputdocuments.h"
#include "tests/inputs/memoryinput.h"
#include "tests/runner/testclass.h"
#include "tests/support/gzip.h"
#include "tests/support/random.h"
#include "tests/support/ziparchive.h"
#include "tests/support/zstdframe.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

constexpr quint32 Link = 0120777;
constexpr quint32 File = 0100644;

/// What an archive gives: members with their bytes, errors with a `!`, skipped ones in the end.
struct Unpacked
{
    QStringList members;
    std::optional<Error> error; ///< of the archive as a whole
    SkippedInputs skipped;
    qint64 bytes = 0;
};

Unpacked unpack(const QByteArray &archive, qsizetype maxRead = 0)
{
    InputDocuments documents(std::make_unique<MemoryInput>(archive, maxRead));
    Unpacked unpacked;
    for (;;) {
        auto document = documents.next({});
        if (!document) {
            unpacked.error = document.error();
            break;
        }
        if (!*document)
            break;
        const ReadBytes read = (*document)->text ? readAll(**(*document)->text)
                                                 : ReadBytes{.bytes = {}, .error = (*document)->text.error()};
        unpacked.bytes += read.bytes.size();
        unpacked.members.append((*document)->member + u'=' + QString::fromUtf8(read.bytes)
                                + (read.error ? QString(u"! "_s + read.error->message) : QString()));
    }
    unpacked.skipped = documents.skipped();
    return unpacked;
}

void setNumber(QByteArray &archive, qsizetype place, quint32 value)
{
    qToLittleEndian(value, archive.data() + place);
}

void setShortNumber(QByteArray &archive, qsizetype place, quint16 value)
{
    qToLittleEndian(value, archive.data() + place);
}

/// An archive of two members, and where its directory and end record are.
struct Sample
{
    QByteArray archive = zipArchive({{.name = "a.json", .content = "{\"a\":1}"},
                                     {.name = "b.json", .content = "{\"b\":2}", .isPacked = false}});
    qsizetype directory = archive.indexOf("PK\x01\x02");
    qsizetype second = archive.lastIndexOf("PK\x01\x02");
    qsizetype end = archive.lastIndexOf("PK\x05\x06");
};

} // namespace

class ZipArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMemberIsUnpacked_data();
    void everyMemberIsUnpacked();
    void namesAreOnlyShown();
    void whatIsNoFileIsSkippedAndCounted();
    void aMemberThatCannotBeReadStopsNoOther_data();
    void aMemberThatCannotBeReadStopsNoOther();
    void numbersThatContradictEachOtherAreRefused_data();
    void numbersThatContradictEachOtherAreRefused();
    void aFullCountOfMembersIsNotAlwaysZip64();
    void noPartUnpacksTwice();
    void noArchiveThatIsCutOffIsRead();
    void noChangedByteHarms();
    void aBombEndsInAnError();
};

void ZipArchiveTest::everyMemberIsUnpacked_data()
{
    QTest::addColumn<QByteArray>("archive");

    const QByteArray lines = QByteArray("{\"n\":1}\n").repeated(50'000);
    const QList<ZipMember> members{{.name = "logs/1.json", .content = lines},
                                   {.name = "logs/2.json", .content = "{}", .isPacked = false},
                                   {.name = "3.json.gz", .content = gzip("{\"n\":3}"), .isPacked = false},
                                   {.name = "4.json.zst", .content = zstdFrame("{\"n\":4}")},
                                   {.name = "empty"}};
    QList<ZipMember> large = members;
    for (ZipMember &member : large)
        member.hasLargeNumbers = true;
    QTest::newRow("an archive") << zipArchive(members);
    QTest::newRow("with a comment") << zipArchive(members, false, "PK\x05\x06 and more");
    QTest::newRow("with the longest comment") << zipArchive(members, false, QByteArray(65'535, 'c'));
    QTest::newRow("with a ZIP64 record") << zipArchive(members, true);
    QTest::newRow("with ZIP64 numbers") << zipArchive(large);
    QTest::newRow("with both") << zipArchive(large, true);
}

void ZipArchiveTest::everyMemberIsUnpacked()
{
    QFETCH(const QByteArray, archive);
    const QString first = QString::fromUtf8(QByteArray("{\"n\":1}\n").repeated(50'000));
    const QStringList expected{u"logs/1.json="_s + first, u"logs/2.json={}"_s, u"3.json.gz={\"n\":3}"_s,
                               u"4.json.zst={\"n\":4}"_s, u"empty="_s};
    for (const qsizetype maxRead : {0, 100}) {
        const Unpacked unpacked = unpack(archive, maxRead);
        QVERIFY2(!unpacked.error, unpacked.error ? qPrintable(unpacked.error->message) : "");
        QVERIFY(unpacked.members == expected); // too long to be printed
    }
}

void ZipArchiveTest::namesAreOnlyShown()
{
    const Unpacked unpacked = unpack(zipArchive({{.name = "../../etc/passwd", .content = "{}"},
                                                 {.name = "C:\\x\xE2\x80\xAE.json", .content = "{}"},
                                                 {.name = "caf\xE9", .content = "{}", .flags = 0},
                                                 {.name = "", .content = "{}"},
                                                 {.name = "folder/", .content = "{}"},
                                                 {.name = "same", .content = "1"},
                                                 {.name = "same", .content = "2"}}));
    QVERIFY(!unpacked.error);
    QCOMPARE(unpacked.members,
             (QStringList{u"../../etc/passwd={}"_s, u"C:\\x\u202E.json={}"_s, u"caf\u00E9={}"_s, u"={}"_s,
                          u"folder/={}"_s, u"same=1"_s, u"same=2"_s}));
}

void ZipArchiveTest::whatIsNoFileIsSkippedAndCounted()
{
    const Unpacked unpacked =
        unpack(zipArchive({{.name = "logs/"},
                           {.name = "logs/a", .content = "{}", .unixMode = File},
                           {.name = "logs/.hidden", .content = "{}"},
                           {.name = "__MACOSX/logs/._a", .content = "x"},
                           {.name = "./logs/b", .content = "{}"},
                           {.name = "link", .content = "/etc/passwd", .unixMode = Link}}));
    QVERIFY(!unpacked.error);
    QCOMPARE(unpacked.members, (QStringList{u"logs/a={}"_s, u"./logs/b={}"_s}));
    QCOMPARE(unpacked.skipped.hidden, 2);
    QCOMPARE(unpacked.skipped.links, 1);
    const QStringList sentences = unpacked.skipped.sentences(u"x.zip"_s);
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences[0].startsWith(u"x.zip: 2 hidden"_s));
}

void ZipArchiveTest::aMemberThatCannotBeReadStopsNoOther_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("sentence");

    const auto row = [](const char *name, const ZipMember &bad, const QString &sentence) {
        QTest::newRow(name) << zipArchive({bad, {.name = "good", .content = "{}"}}) << sentence;
    };
    row("encrypted", {.name = "bad", .content = "{}", .flags = 0x1}, u"encrypted"_s);
    row("strongly encrypted", {.name = "bad", .content = "{}", .flags = 0x41}, u"encrypted"_s);
    row("with a masked header", {.name = "bad", .content = "{}", .flags = 0x2000}, u"encrypted"_s);
    row("another packing", {.name = "bad", .content = "{}", .method = 93}, u"method 93"_s);
    row("an archive", {.name = "bad", .content = zipArchive({{.name = "x"}})}, u"ZIP"_s);
    row("a form that is not read", {.name = "bad", .content = "BZh91AY&SY"}, u"bzip2"_s);
    row("packed data that is damaged",
        {.name = "bad", .content = "\xFF\xFF\xFF", .isPacked = false, .method = 8}, u"damaged"_s);
    row("stored data said to be packed", {.name = "bad", .content = "{}", .isPacked = false, .method = 8},
        u"deflate"_s);

    Sample wrong;
    setNumber(wrong.archive, wrong.directory + 16, 1);
    QTest::newRow("a wrong checksum") << wrong.archive << u"damaged"_s;
    Sample longer;
    setNumber(longer.archive, longer.directory + 24, 6);
    QTest::newRow("more than it says") << longer.archive << u"damaged"_s;
    Sample shorter;
    setNumber(shorter.archive, shorter.directory + 24, 8);
    QTest::newRow("less than it says") << shorter.archive << u"damaged"_s;
    Sample renamed;
    renamed.archive[30] = 'x';
    QTest::newRow("another name in its header") << renamed.archive << u"damaged"_s;
    Sample method;
    setShortNumber(method.archive, 8, 0);
    QTest::newRow("another packing in its header") << method.archive << u"damaged"_s;
    Sample extra;
    setShortNumber(extra.archive, 28, 0xFFFF);
    QTest::newRow("data beyond its end") << extra.archive << u"damaged"_s;
}

void ZipArchiveTest::aMemberThatCannotBeReadStopsNoOther()
{
    QFETCH(const QByteArray, archive);
    QFETCH(const QString, sentence);
    const Unpacked unpacked = unpack(archive);
    QVERIFY(!unpacked.error);
    QCOMPARE(unpacked.members.size(), 2);
    QVERIFY2(unpacked.members[0].contains(u'!') && unpacked.members[0].contains(sentence),
             qPrintable(unpacked.members[0]));
    QVERIFY2(!unpacked.members[1].contains(u'!'), qPrintable(unpacked.members[1]));
}

void ZipArchiveTest::numbersThatContradictEachOtherAreRefused_data()
{
    QTest::addColumn<QByteArray>("archive");

    const auto row = [](const char *name, qsizetype Sample::*part, qsizetype offset, quint32 value) {
        Sample sample;
        setNumber(sample.archive, sample.*part + offset, value);
        QTest::newRow(name) << sample.archive;
    };
    row("more members than there are", &Sample::end, 8, 0x00030003);
    row("a directory outside of the file", &Sample::end, 16, 0x7FFFFFFF);
    row("a directory that is not there", &Sample::end, 16, 0);
    row("a directory that is too long", &Sample::end, 12, 0x00FFFFFF);
    row("a directory that is too short", &Sample::end, 12, 10);
    row("several volumes", &Sample::end, 4, 0x00010001);
    row("ZIP64 without a record", &Sample::end, 16, 0xFFFFFFFF);
    row("a member outside of the file", &Sample::directory, 42, 0x7FFFFFFF);
    row("a member in the directory", &Sample::second, 42, static_cast<quint32>(Sample().directory));
    row("a member that is too long", &Sample::second, 20, 0x7FFFFFFF);
    row("a member that reaches into the next", &Sample::directory, 20, 60);
    row("ZIP64 numbers that are not there", &Sample::second, 20, 0xFFFFFFFF);
    row("a name that is too long", &Sample::second, 28, 0xFFFF);

    QByteArray record = zipArchive({{.name = "a"}}, true);
    setNumber(record, record.indexOf("PK\x06\x06") + 36, 0x7FFFFFFF);
    QTest::newRow("ZIP64 with too many members") << record;
    record = zipArchive({{.name = "a"}}, true);
    setNumber(record, record.indexOf("PK\x06\x06") + 52, 0xFFFFFFFF);
    QTest::newRow("a ZIP64 directory at a negative place") << record;
    record = zipArchive({{.name = "a"}}, true);
    setNumber(record, record.indexOf("PK\x06\x07") + 12, 0xFFFFFFFF);
    QTest::newRow("a ZIP64 record at a negative place") << record;
    record = zipArchive({{.name = "a", .hasLargeNumbers = true}});
    setNumber(record, record.indexOf("PK\x01\x02") + 46 + 1 + 4 + 8 + 4, 0x7FFFFFFF);
    QTest::newRow("a ZIP64 size beyond the file") << record;
}

void ZipArchiveTest::numbersThatContradictEachOtherAreRefused()
{
    QFETCH(const QByteArray, archive);
    const Unpacked unpacked = unpack(archive);
    QVERIFY(unpacked.error);
    QVERIFY(unpacked.error->kind == ErrorKind::Malformed || unpacked.error->kind == ErrorKind::TooLarge);
    QCOMPARE(unpacked.members, QStringList());
}

void ZipArchiveTest::aFullCountOfMembersIsNotAlwaysZip64()
{
    constexpr quint16 Members = 65'535;
    const QByteArray one = zipArchive({{.name = "a", .content = "1", .isPacked = false}});
    const qsizetype size = one.indexOf("PK\x01\x02");
    const qsizetype end = one.lastIndexOf("PK\x05\x06");
    const QByteArray entry = one.sliced(size, end - size);
    QByteArray archive = one.first(size).repeated(Members) + entry.repeated(Members) + one.sliced(end);
    const qsizetype directory = size * Members;
    for (qsizetype member = 0; member < Members; ++member)
        setNumber(archive, directory + member * entry.size() + 42, static_cast<quint32>(member * size));
    const qsizetype record = directory + entry.size() * Members;
    setShortNumber(archive, record + 8, Members);
    setShortNumber(archive, record + 10, Members);
    setNumber(archive, record + 12, static_cast<quint32>(entry.size() * Members));
    setNumber(archive, record + 16, static_cast<quint32>(directory));
    InputDocuments documents(std::make_unique<MemoryInput>(archive));
    const auto first = documents.next({});
    QVERIFY2(first && *first, first ? "" : qPrintable(first.error().message));
}

void ZipArchiveTest::noPartUnpacksTwice()
{
    // Both entries lead to the same member.
    Sample sample;
    const QByteArray first = sample.archive.sliced(sample.directory, sample.second - sample.directory);
    QByteArray archive = sample.archive;
    archive.replace(sample.second, sample.end - sample.second, first);
    setNumber(archive, archive.lastIndexOf("PK\x05\x06") + 12, static_cast<quint32>(2 * first.size()));
    QVERIFY(unpack(archive).error);
}

void ZipArchiveTest::noArchiveThatIsCutOffIsRead()
{
    const QByteArray archive =
        zipArchive({{.name = "a", .content = QByteArray(300, 'a')}, {.name = "b"}}, true);
    for (qsizetype size = 4; size < archive.size(); ++size) {
        const Unpacked unpacked = unpack(archive.first(size));
        QVERIFY(unpacked.error);
        QCOMPARE(unpacked.members, QStringList());
    }
}

void ZipArchiveTest::noChangedByteHarms()
{
    const QList<ZipMember> members{
        {.name = "a.json", .content = QByteArray(200, 'a'), .hasLargeNumbers = true},
        {.name = "b.json", .content = "{\"b\":2}", .isPacked = false}};
    const QByteArray archive = zipArchive(members, true);
    Random random(7, "zip");
    for (int round = 0; round < 4'000; ++round) {
        QByteArray changed = archive;
        for (qint64 change = random.between(1, 3); change > 0; --change)
            changed[random.between(4, changed.size() - 1)] = static_cast<char>(random.below(256));
        const Unpacked unpacked = unpack(changed);
        QVERIFY2(unpacked.bytes <= 1'000, changed.toHex().constData());
        for (const QString &member : unpacked.members) {
            const QString content = member.section(u'=', 1);
            QVERIFY2(content.contains(u'!') || content.isEmpty() || content == QString(200, u'a')
                         || content == "{\"b\":2}"_L1,
                     qPrintable(member));
        }
    }
}

void ZipArchiveTest::aBombEndsInAnError()
{
    const QByteArray spaces(qsizetype{40} * 1024 * 1024, ' ');
    InputDocuments documents(std::make_unique<MemoryInput>(
        zipArchive({{.name = "a", .content = spaces}, {.name = "b", .content = spaces}})));
    auto first = documents.next({});
    QVERIFY(first && (*first)->text);
    QVERIFY(!readAll(**(*first)->text, 1024 * 1024).error);
    // What all members unpack to counts.
    auto second = documents.next({});
    QVERIFY(second && (*second)->text);
    const ReadBytes read = readAll(**(*second)->text, 1024 * 1024);
    QVERIFY(read.error);
    QCOMPARE(read.error->kind, ErrorKind::TooLarge);
    QVERIFY(read.bytes.size() < 30 * 1024 * 1024);
}

TRAILGLASS_TEST(ZipArchiveTest)
#include "tst_ziparchive.moc"
