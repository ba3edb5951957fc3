// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/decodedinput.h"
#include "models/inputs/inflater.h"
#include "models/inputs/inputdocuments.h"
#include "models/json/utf8.h"
#include "tests/inputs/memoryinput.h"
#include "tests/runner/testclass.h"
#include "tests/support/gzip.h"
#include "tests/support/random.h"
#include "tests/support/ziparchive.h"
#include "tests/support/zstdframe.h"

#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
    return encode(text);
}

/// UTF-16, little-endian with a mark, of units that need not be text.
QByteArray utf16Units(const std::u16string &units)
{
    QByteArray bytes("\xFF\xFE");
    for (const char16_t unit : units) {
        bytes.append(static_cast<char>(unit & 0xFF));
        bytes.append(static_cast<char>(unit >> 8));
    }
    return bytes;
}

/// The one text of a file that is no archive.
ReadBytes decode(const QByteArray &file, qsizetype maxRead = 0, std::size_t bufferSize = 64 * 1024)
{
    InputDocuments documents(std::make_unique<MemoryInput>(file, maxRead, false));
    auto document = documents.next({});
    if (!document)
        return {.bytes = {}, .error = document.error()};
    const auto &text = (*document)->text;
    return text ? readAll(**text, bufferSize) : ReadBytes{.bytes = {}, .error = text.error()};
}

/// Text that packs well, in several pieces of a decoder.
QByteArray longText()
{
    Random random(1, "text");
    QByteArray text;
    while (text.size() < 150'000)
        text += "{\"name\":\"J\xC3\xB6rg \xF0\x9F\x98\x80\",\"id\":\"" + random.hex(8) + "\"}\n";
    return text;
}

} // namespace

/// What turns a file into text.
class DecodersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEncodingGivesTheText_data();
    void everyEncodingGivesTheText();
    void whatIsCutOffIsGivenUpToThereAndReported_data();
    void whatIsCutOffIsGivenUpToThereAndReported();
    void damageIsReported_data();
    void damageIsReported();
    void whatIsWholeIsGivenBeforeTheDamage();
    void aCancelEndsWhatIsUnpackedWithoutReading();
    void aSmallFileDoesNotUnpackWithoutEnd_data();
    void aSmallFileDoesNotUnpackWithoutEnd();
    void formatsThatAreNotReadAreNamed_data();
    void formatsThatAreNotReadAreNamed();
    void halfACharacterOfUtf16_data();
    void halfACharacterOfUtf16();
    void theHeadCanBeSeenBeforeItIsRead();
};

void DecodersTest::everyEncodingGivesTheText_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");

    const QByteArray text = longText();
    const QByteArray half = text.first(text.indexOf('\n', text.size() / 2) + 1);
    const QByteArray rest = text.sliced(half.size());
    const QByteArray mark(ByteOrderMark.data(), ByteOrderMark.size());
    const QByteArray little = utf16(QString::fromUtf8(text), QStringConverter::Utf16LE);
    const QByteArray big = utf16(QString::fromUtf8(text), QStringConverter::Utf16BE);
    const QByteArray skippable("\x5A\x2A\x4D\x18\x03\0\0\0abc", 11);

    const auto row = [](const char *name, const QByteArray &file, const QByteArray &expected) {
        QTest::newRow(name) << file << expected;
    };
    row("plain", text, text);
    row("nothing", {}, {});
    row("gzip", gzip(text), text);
    row("gzip of nothing", gzip({}), {});
    row("gzip of two members", gzip(half) + gzip(rest), text);
    row("gzip with an empty member", gzip(half) + gzip({}) + gzip(rest), text);
    row("zstd", zstdFrame(text), text);
    row("zstd of nothing", zstdFrame({}), {});
    row("zstd of two frames", zstdFrame(half) + zstdFrame(rest), text);
    row("zstd with frames that are skipped",
        skippable + zstdFrame(half) + skippable + zstdFrame(rest) + skippable, text);
    row("UTF-16, little-endian", little, mark + text);
    row("UTF-16, big-endian", big, mark + text);
    row("UTF-16, joined", little + little, mark + text + mark + text);
    row("UTF-16 in gzip", gzip(little), mark + text);
    row("gzip in zstd in gzip", gzip(zstdFrame(gzip(text))), text);
}

void DecodersTest::everyEncodingGivesTheText()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, text);
    for (const qsizetype maxRead : {0, 13, 1'000, 65'537}) {
        const ReadBytes read = decode(file, maxRead);
        QVERIFY2(!read.error, read.error ? qPrintable(read.error->message) : "");
        QVERIFY(read.bytes == text); // too long to be printed
    }
    QVERIFY(decode(file, 0, 7).bytes == text);
}

void DecodersTest::whatIsCutOffIsGivenUpToThereAndReported_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("name");

    const QByteArray text = longText();
    QTest::newRow("gzip") << gzip(text) << u"gzip"_s;
    QTest::newRow("zstd") << zstdFrame(text) << u"zstd"_s;
    QTest::newRow("UTF-16") << utf16(QString::fromUtf8(text), QStringConverter::Utf16LE) << u"UTF-16"_s;
}

void DecodersTest::whatIsCutOffIsGivenUpToThereAndReported()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, name);
    const QByteArray whole = decode(file).bytes;
    for (qsizetype size = 9; size < file.size(); size += 2 * (file.size() / 60) + 2) {
        const ReadBytes read = decode(file.first(size));
        QVERIFY2(read.error, qPrintable(QString::number(size)));
        QCOMPARE(read.error->kind, ErrorKind::Malformed);
        QVERIFY2(read.error->message.contains(name), qPrintable(read.error->message));
        QVERIFY(whole.startsWith(read.bytes));
    }
    const ReadBytes last = decode(file.chopped(1));
    QVERIFY(last.error);
    QVERIFY(last.bytes.size() > whole.size() / 2);
}

void DecodersTest::damageIsReported_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<ErrorKind>("kind");

    const QByteArray text = longText();
    QByteArray checksum = gzip(text);
    checksum[checksum.size() - 5] = static_cast<char>(~checksum[checksum.size() - 5]);
    QByteArray frame = zstdFrame(text);
    frame[frame.size() - 1] = static_cast<char>(~frame[frame.size() - 1]);
    const auto row = [](const char *name, const QByteArray &file) {
        QTest::newRow(name) << file << ErrorKind::Malformed;
    };
    row("gzip with a wrong checksum", checksum);
    row("gzip with something after it", gzip(text) + "more");
    row("gzip with a bad stream", gzip(text).first(20) + QByteArray(5'000, '\xFF'));
    row("zstd with a wrong checksum", frame);
    row("zstd with something after it", zstdFrame(text) + "more");
    // A window of 2 GiB: window descriptor (31 - 10) << 3.
    QTest::newRow("zstd that wants gigabytes of memory")
        << QByteArray("\x28\xB5\x2F\xFD\x00\xA8\x01\x00\x00", 9).leftJustified(100, '\0')
        << ErrorKind::TooLarge;
}

void DecodersTest::damageIsReported()
{
    QFETCH(const QByteArray, file);
    QFETCH(const ErrorKind, kind);
    const ReadBytes read = decode(file);
    QVERIFY(read.error);
    QCOMPARE(read.error->kind, kind);
    QVERIFY(longText().startsWith(read.bytes));
}

void DecodersTest::whatIsWholeIsGivenBeforeTheDamage()
{
    for (const QByteArray &file :
         {QByteArray(gzip("{}") + "more"), QByteArray(gzip("{}") + QByteArray(8, '\0')),
          QByteArray(zstdFrame("{}") + "more")}) {
        const ReadBytes read = decode(file);
        QVERIFY(read.error);
        QCOMPARE(read.bytes, QByteArray("{}"));
    }
}

void DecodersTest::aCancelEndsWhatIsUnpackedWithoutReading()
{
    // Packed, it is read at once.
    InputDocuments documents(std::make_unique<MemoryInput>(gzip(QByteArray(4 * 1024 * 1024, ' '))));
    auto document = documents.next({});
    QVERIFY(document && (*document)->text);
    CancelSource cancel;
    const CancelToken token = cancel.token();
    cancel.cancel();
    std::vector<char> buffer(1024 * 1024);
    qint64 bytes = 0;
    Result<qint64> count = qint64{1};
    while (count && *count > 0) {
        count = (*(*document)->text)->read(buffer, token);
        bytes += count ? *count : 0;
    }
    QVERIFY(!count);
    QCOMPARE(count.error().kind, ErrorKind::Cancelled);
    QCOMPARE_LE(bytes, qint64{StreamDecoder::PieceBytes});
}

void DecodersTest::aSmallFileDoesNotUnpackWithoutEnd_data()
{
    QTest::addColumn<QByteArray>("file");

    const QByteArray spaces(qsizetype{20} * 1024 * 1024, ' ');
    QTest::newRow("gzip") << gzip(spaces).repeated(8);
    QTest::newRow("zstd") << zstdFrame(spaces).repeated(8);
    QTest::newRow("gzip in gzip") << gzip(gzip(spaces).repeated(8));
}

void DecodersTest::aSmallFileDoesNotUnpackWithoutEnd()
{
    QFETCH(const QByteArray, file);
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(QLocale::German)); // numbers in messages are written as in English
    InputDocuments documents(std::make_unique<MemoryInput>(file));
    auto document = documents.next({});
    QVERIFY(document && (*document)->text);
    std::vector<char> buffer(1024 * 1024);
    qint64 bytes = 0;
    Result<qint64> count = qint64{1};
    while (count && *count > 0) {
        count = (*(*document)->text)->read(buffer, {});
        bytes += count ? *count : 0;
    }
    QVERIFY(!count);
    QCOMPARE(count.error().kind, ErrorKind::TooLarge);
    const QRegularExpression sizes(
        u"the first [0-9.]+ [A-Za-z]+ of the file unpack to more than [0-9.]+ MiB\\."_s);
    QVERIFY2(count.error().message.contains(sizes), qPrintable(count.error().message));
    QVERIFY(bytes <= std::max(Expansion::FreeBytes, Expansion::MaxRatio * file.size()));
}

void DecodersTest::formatsThatAreNotReadAreNamed_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("name");

    QTest::newRow("bzip2") << QByteArray("BZh91AY&SY") << u"bzip2"_s;
    QTest::newRow("xz") << QByteArray("\xFD"
                                      "7zXZ\0\0\4",
                                      8)
                        << u"xz"_s;
    QTest::newRow("7z") << QByteArray("7z\xBC\xAF\x27\x1C\0\4", 8) << u"7z"_s;
    QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0{\0\0\0", 8) << u"UTF-32"_s;
    QTest::newRow("xz in gzip") << gzip(QByteArray("\xFD"
                                                   "7zXZ\0\0\4",
                                                   8))
                                << u"xz"_s;
    QTest::newRow("a ZIP archive from a pipe") << zipArchive({{.name = "a"}}) << u"ZIP"_s;
    QTest::newRow("a ZIP archive in gzip") << gzip(zipArchive({{.name = "a"}})) << u"ZIP"_s;
    QTest::newRow("packed too many times") << gzip(gzip(gzip(gzip("{}")))) << u"packed"_s;
}

void DecodersTest::formatsThatAreNotReadAreNamed()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, name);
    const ReadBytes read = decode(file);
    QVERIFY(read.error);
    QCOMPARE(read.error->kind, ErrorKind::Unsupported);
    QVERIFY2(read.error->message.contains(name), qPrintable(read.error->message));
}

void DecodersTest::halfACharacterOfUtf16_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("text");

    const auto row = [](const char *name, const std::u16string &units, const QByteArray &text) {
        QTest::newRow(name) << utf16Units(units) << QByteArray("\xEF\xBB\xBF" + text);
    };
    const std::u16string high{0xD83D};
    const std::u16string low{0xDE00};
    row("both halves", u"\"" + high + low + u"\"", "\"\xF0\x9F\x98\x80\"");
    row("the first half", u"\"" + high + u"a\"", "\"\\ud83da\"");
    row("the second half", u"\"" + low + u"\"", "\"\\ude00\"");
    row("the wrong way round", u"\"" + low + high + u"\"", "\"\\ude00\\ud83d\"");
    row("twice the first", u"\"" + high + high + low + u"\"", "\"\\ud83d\xF0\x9F\x98\x80\"");
    row("after a backslash", u"\"\\" + low + u"\"", "\"\\\xED\xB8\x80\"");
    row("after an escaped backslash", u"\"\\\\" + low + u"\"", "\"\\\\\\ude00\"");
}

void DecodersTest::halfACharacterOfUtf16()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, text);
    for (const qsizetype maxRead : {0, 1, 3}) {
        const ReadBytes read = decode(file, maxRead);
        QVERIFY(!read.error);
        QCOMPARE(read.bytes, text);
    }
}

void DecodersTest::theHeadCanBeSeenBeforeItIsRead()
{
    HeadInput input(std::make_unique<MemoryInput>("abcdef", 2, false));
    QCOMPARE(input.head(3, {}).value(), std::string_view("abc"));
    QCOMPARE(input.head(2, {}).value(), std::string_view("ab"));
    QCOMPARE(input.bytesRead(), 0);
    char buffer[2];
    QCOMPARE(input.read(buffer, {}).value(), 2);
    QCOMPARE(input.head(100, {}).value(), std::string_view("cdef"));
    QCOMPARE(readAll(input, 3).bytes, QByteArray("cdef"));
    QCOMPARE(input.bytesRead(), 6);
    QCOMPARE(input.head(1, {}).value(), std::string_view());

    // What comes before an error is seen first.
    HeadInput cut(
        std::make_unique<DecodedInput>(std::make_unique<MemoryInput>(gzip(longText()).first(10'000)),
                                       std::make_unique<Inflater>(), nullptr));
    QVERIFY(!cut.head(1'000'000, {}).value().empty());
    QVERIFY(readAll(cut).error);
}

TRAILGLASS_TEST(DecodersTest)
#include "tst_decoders.moc"
