// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/zipwriter.h"
#include "models/inputs/expansion.h"
#include "models/inputs/headinput.h"
#include "models/inputs/zipmember.h"
#include "tests/inputs/memoryinput.h"
#include "tests/runner/testclass.h"
#include "tests/support/random.h"

#include <QBuffer>
#include <QtTest>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// A device with room for some bytes; then it fails like a full disk.
class FullDevice final : public QBuffer
{
public:
    explicit FullDevice(qint64 room)
        : m_room(room)
    {
        open(QIODevice::ReadWrite);
    }

protected:
    qint64 writeData(const char *bytes, qint64 count) override
    {
        if (pos() + count > m_room) {
            setErrorString(qt_error_string(ENOSPC));
            return -1;
        }
        return QBuffer::writeData(bytes, count);
    }

private:
    const qint64 m_room;
};

/// A device of which nothing can be read.
class BrokenDevice final : public QBuffer
{
public:
    explicit BrokenDevice(QByteArray *bytes)
        : QBuffer(bytes)
    {
        open(QIODevice::ReadOnly);
    }

protected:
    qint64 readData(char *, qint64) override
    {
        setErrorString(u"The medium is gone."_s);
        return -1;
    }
};

/// What the program's own reader finds in an archive.
QList<std::pair<QByteArray, QByteArray>> readBack(const QByteArray &archive)
{
    QList<std::pair<QByteArray, QByteArray>> members;
    MemoryInput directory(archive);
    const auto entries = readZipDirectory(directory, archive.size(), {});
    if (!entries)
        return {};
    for (const ZipEntry &entry : *entries) {
        MemoryInput bytes(archive);
        HeadInput file(bytes);
        Expansion expansion(file);
        const auto member = openZipMember(file, entry, expansion, {});
        QByteArray content;
        std::array<char, 4096> piece{};
        for (;;) {
            const auto count = member ? (*member)->read(piece, {}) : Result<qint64>(qint64{0});
            if (!count || *count == 0)
                break;
            content.append(piece.data(), *count);
        }
        members.append({entry.rawName, content});
    }
    return members;
}

} // namespace

class ZipWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersComeBack();
    void copiesWhatIsPackedAlready();
    void anArchiveThatIsNoneIsReported();
    void aFullDiskIsReported_data();
    void aFullDiskIsReported();
    void aMemberThatCannotBeReadIsReported();
    void stopsWhenItIsCancelled();
};

void ZipWriterTest::membersComeBack()
{
    Support::Random random(1, "zip");
    QByteArray large;
    for (int part = 0; part < 3000; ++part)
        large += random.letters(50) + QByteArray(100, 'x');
    QBuffer first(&large);
    QByteArray nothing;
    QBuffer second(&nothing);
    QByteArray some = "some";
    QBuffer third(&some);
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly)
            && third.open(QIODevice::ReadOnly));
    QBuffer output;
    QVERIFY(output.open(QIODevice::ReadWrite));
    const std::vector<ZipPart> parts{
        {"large", &first, true}, {"nothing", &second, true}, {"stored", &third, false}};
    QVERIFY(writeZip(output, parts, {}));
    QVERIFY(output.size() < large.size());
    const QList<std::pair<QByteArray, QByteArray>> expected{
        {"large", large}, {"nothing", nothing}, {"stored", some}};
    QVERIFY(readBack(output.data()) == expected);
    QVERIFY(output.data().contains("some"));
}

void ZipWriterTest::copiesWhatIsPackedAlready()
{
    QByteArray large;
    Support::Random random(1, "packed");
    for (int part = 0; part < 3000; ++part)
        large += random.letters(50) + QByteArray(100, 'x');
    QByteArray nothing;
    QByteArray some = "some";
    QBuffer first(&large);
    QBuffer second(&nothing);
    QBuffer third(&some);
    QVERIFY(first.open(QIODevice::ReadOnly) && second.open(QIODevice::ReadOnly)
            && third.open(QIODevice::ReadOnly));
    std::vector<ZipPart> parts{{"some", &third, true}, {"large", &first, true}, {"nothing", &second, true}};
    QBuffer atOnce;
    QVERIFY(atOnce.open(QIODevice::ReadWrite));
    QVERIFY(writeZip(atOnce, parts, {}));

    QBuffer packed;
    QVERIFY(packed.open(QIODevice::ReadWrite));
    QVERIFY(writeZip(packed, std::vector<ZipPart>{parts[2], parts[1]}, {}));
    // Of what is copied, the content is not read.
    QByteArray gone = "text";
    BrokenDevice broken(&gone);
    parts[1].content = &broken;
    parts[2].content = &broken;
    QBuffer inParts;
    QVERIFY(inParts.open(QIODevice::ReadWrite));
    const auto written = writeZip(inParts, parts, {}, &packed);

    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
    QCOMPARE(inParts.data(), atOnce.data());
}

void ZipWriterTest::anArchiveThatIsNoneIsReported()
{
    QByteArray content = "text";
    QBuffer part(&content);
    QByteArray noArchive(1000, 'x');
    QBuffer packed(&noArchive);
    QBuffer output;
    QVERIFY(part.open(QIODevice::ReadOnly) && packed.open(QIODevice::ReadOnly)
            && output.open(QIODevice::ReadWrite));

    const auto written = writeZip(output, std::vector<ZipPart>{{"a", &part, true}}, {}, &packed);

    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QCOMPARE(output.size(), 0);
}

void ZipWriterTest::aFullDiskIsReported_data()
{
    QTest::addColumn<qint64>("room");
    QTest::newRow("for nothing") << qint64{0};
    QTest::newRow("for a header") << qint64{50};
    QTest::newRow("for a part of a member") << qint64{20'000};
    QTest::newRow("for all but the directory") << qint64{50'040};
}

void ZipWriterTest::aFullDiskIsReported()
{
    QFETCH(qint64, room);
    QByteArray content = Support::Random(2).letters(50'000);
    QBuffer part(&content);
    QVERIFY(part.open(QIODevice::ReadOnly));
    FullDevice output(room);
    const auto written = writeZip(output, std::vector<ZipPart>{{"a", &part, false}}, {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::DiskFull);
}

void ZipWriterTest::aMemberThatCannotBeReadIsReported()
{
    QByteArray content = "text";
    BrokenDevice part(&content);
    QBuffer output;
    QVERIFY(output.open(QIODevice::ReadWrite));
    const auto written = writeZip(output, std::vector<ZipPart>{{"a", &part, true}}, {});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY2(written.error().message.contains(u"The medium is gone."_s), qPrintable(written.error().message));
}

void ZipWriterTest::stopsWhenItIsCancelled()
{
    QByteArray content = "text";
    QBuffer part(&content);
    QVERIFY(part.open(QIODevice::ReadOnly));
    QBuffer output;
    QVERIFY(output.open(QIODevice::ReadWrite));
    CancelSource cancelling;
    const CancelToken token = cancelling.token();
    cancelling.cancel();
    const auto written = writeZip(output, std::vector<ZipPart>{{"a", &part, true}}, token);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Cancelled);
}

TRAILGLASS_TEST(ZipWriterTest)
#include "tst_zipwriter.moc"
