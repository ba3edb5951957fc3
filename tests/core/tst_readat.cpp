// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/readat.h"
#include "tests/runner/testclass.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryFile>
#include <QTest>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class ReadAtTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void goesOnWhereTheSystemGivesAPart();
    void saysWhyTheSystemRefuses();
};

void ReadAtTest::readsWhatIsThere_data()
{
    QTest::addColumn<qint64>("place");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("all") << qint64(0) << qint64(10) << QByteArray("0123456789");
    QTest::newRow("a part") << qint64(3) << qint64(4) << QByteArray("3456");
    QTest::newRow("up to the end") << qint64(7) << qint64(100) << QByteArray("789");
    QTest::newRow("past the end") << qint64(20) << qint64(5) << QByteArray();
    QTest::newRow("nothing") << qint64(3) << qint64(0) << QByteArray();
}

void ReadAtTest::readsWhatIsThere()
{
    QFETCH(const qint64, place);
    QFETCH(const qint64, size);
    QFETCH(const QByteArray, expected);
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write("0123456789"), 10);
    QVERIFY(file.flush());

    const BytesRead read = readAt(file.handle(), place, size);

    QCOMPARE(read.error, 0);
    QCOMPARE(read.bytes, expected);
    QCOMPARE(::lseek(file.handle(), 0, SEEK_CUR), off_t(10));
}

/// Of its own files the system gives a few thousand bytes at a time.
void ReadAtTest::goesOnWhereTheSystemGivesAPart()
{
    constexpr qint64 Wanted = 100'000;
    const int descriptor = ::open("/proc/kallsyms", O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        QSKIP("this system has no /proc/kallsyms");
    const auto closed = qScopeGuard([descriptor] { ::close(descriptor); });
    QByteArray part(Wanted, '\0');
    const ssize_t inOne = ::pread(descriptor, part.data(), static_cast<std::size_t>(Wanted), 0);
    if (inOne <= 0 || inOne == Wanted)
        QSKIP("this system gives all at once");
    QFile file(u"/proc/kallsyms"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray expected = file.read(Wanted);
    QVERIFY(expected.size() > inOne);

    const BytesRead read = readAt(descriptor, 0, Wanted);

    QCOMPARE(read.error, 0);
    QVERIFY(read.bytes == expected);
}

void ReadAtTest::saysWhyTheSystemRefuses()
{
    const int folder = ::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    QVERIFY(folder >= 0);
    const auto closed = qScopeGuard([folder] { ::close(folder); });

    const BytesRead read = readAt(folder, 0, 10);

    QCOMPARE(read.error, EISDIR);
    QCOMPARE(read.bytes, QByteArray());
}

TRAILGLASS_TEST(ReadAtTest)
#include "tst_readat.moc"
