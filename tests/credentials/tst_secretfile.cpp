// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/credentials/secretfile.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class SecretFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void dropsOneLineBreakAtTheEnd_data();
    void dropsOneLineBreakAtTheEnd();
    void refusesUnusableContent_data();
    void refusesUnusableContent();
    void readsAgain();
    void refusesAFileOpenToOthers_data();
    void refusesAFileOpenToOthers();
    void acceptsAPrivateFile_data();
    void acceptsAPrivateFile();
    void checksTheTargetOfALink();
    void namesAFileThatIsMissing();
    void refusesAFolder();
    void refusesAPipeWithoutWaitingForIt();
    void refusesADevice();
    void refusesALargeFileWithoutReadingIt();
    void saysSoWhenTheFileMayNotBeRead();

private:
    QString pathOf(const QString &name) const { return m_folder->filePath(name); }
    QString fileWith(const QByteArray &content, mode_t mode = 0600) const;

    std::optional<QTemporaryDir> m_folder;
};

void SecretFileTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
}

QString SecretFileTest::fileWith(const QByteArray &content, mode_t mode) const
{
    QFile file(pathOf(u"tôken file"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        return {};
    file.close();
    return chmod(QFile::encodeName(file.fileName()).constData(), mode) == 0 ? file.fileName() : QString();
}

void SecretFileTest::dropsOneLineBreakAtTheEnd_data()
{
    QTest::addColumn<QByteArray>("content");

    QTest::newRow("no line break") << QByteArray("to ken");
    QTest::newRow("LF") << QByteArray("to ken\n");
    QTest::newRow("CR LF") << QByteArray("to ken\r\n");
}

void SecretFileTest::dropsOneLineBreakAtTheEnd()
{
    QFETCH(QByteArray, content);

    const Result<Secret> secret = readSecretFile(fileWith(content));
    QVERIFY(secret.hasValue());
    QCOMPARE(secret->reveal(), QByteArray("to ken"));
}

void SecretFileTest::refusesUnusableContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");

    QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    QTest::newRow("a line break alone") << QByteArray("\n") << u"empty"_s;
    QTest::newRow("two line breaks") << QByteArray("sEcReT\n\n") << u"line break"_s;
    QTest::newRow("two lines") << QByteArray("sEcReT\nsEcReT\n") << u"line break"_s;
    QTest::newRow("CR alone") << QByteArray("sEcReT\r") << u"line break"_s;
    QTest::newRow("escape") << QByteArray("sEcReT\x1B[m\n") << u"control character"_s;
    QTest::newRow("trailing space") << QByteArray("sEcReT \n") << u"space"_s;
    QTest::newRow("not UTF-8") << QByteArray("sEcReT\xFF") << u"UTF-8"_s;
    QTest::newRow("too long for a header") << QByteArray(9'000, 's') << u"8 KiB"_s;
}

void SecretFileTest::refusesUnusableContent()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, named);

    const QString path = fileWith(content);
    const Result<Secret> secret = readSecretFile(path);
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::SecretUnavailable);
    QVERIFY2(secret.error().message.contains(named), qPrintable(secret.error().message));
    QVERIFY(secret.error().message.contains(path));
    QVERIFY(!secret.error().message.contains(u"sEcReT"));
}

void SecretFileTest::readsAgain()
{
    const QString path = fileWith("first");
    QCOMPARE(readSecretFile(path).value().reveal(), QByteArray("first"));
    QCOMPARE(fileWith("second"), path);
    QCOMPARE(readSecretFile(path).value().reveal(), QByteArray("second"));
}

void SecretFileTest::refusesAFileOpenToOthers_data()
{
    QTest::addColumn<uint>("mode");

    for (const uint mode : {0640U, 0620U, 0610U, 0604U, 0602U, 0601U, 0644U, 0666U, 0777U, 0444U})
        QTest::newRow(qPrintable(QString::number(mode, 8))) << mode;
}

void SecretFileTest::refusesAFileOpenToOthers()
{
    QFETCH(uint, mode);

    const Result<Secret> secret = readSecretFile(fileWith("token", mode));
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::SecretDenied);
    QVERIFY(secret.error().message.contains(u"chmod 600"));
}

void SecretFileTest::acceptsAPrivateFile_data()
{
    QTest::addColumn<uint>("mode");

    for (const uint mode : {0600U, 0400U, 0700U, 0500U})
        QTest::newRow(qPrintable(QString::number(mode, 8))) << mode;
}

void SecretFileTest::acceptsAPrivateFile()
{
    QFETCH(uint, mode);

    QCOMPARE(readSecretFile(fileWith("token", mode)).value().reveal(), QByteArray("token"));
}

void SecretFileTest::checksTheTargetOfALink()
{
    const QString link = pathOf(u"link"_s);
    QVERIFY(QFile::link(fileWith("token", 0600), link));
    QCOMPARE(readSecretFile(link).value().reveal(), QByteArray("token"));
    fileWith("token", 0644);
    QCOMPARE(readSecretFile(link).error().kind, ErrorKind::SecretDenied);
}

void SecretFileTest::namesAFileThatIsMissing()
{
    for (const QString &path : {pathOf(u"missing"_s), QString(fileWith("token") + u"/below"_s)}) {
        const Result<Secret> secret = readSecretFile(path);
        QVERIFY(!secret.hasValue());
        QCOMPARE(secret.error().kind, ErrorKind::SecretUnavailable);
        QVERIFY(secret.error().message.contains(path));
        QVERIFY(secret.error().message.contains(u"does not exist"));
    }
}

void SecretFileTest::refusesAFolder()
{
    const Result<Secret> secret = readSecretFile(m_folder->path());
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(secret.error().message.contains(u"not a file"));
}

void SecretFileTest::refusesAPipeWithoutWaitingForIt()
{
    const QString path = pathOf(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QVERIFY(readSecretFile(path).error().message.contains(u"not a file"));
}

void SecretFileTest::refusesADevice()
{
    QVERIFY(readSecretFile(u"/dev/zero"_s).error().message.contains(u"not a file"));
}

void SecretFileTest::refusesALargeFileWithoutReadingIt()
{
    const QString path = fileWith("token");
    QVERIFY(QFile::resize(path, 64 * 1024 + 1));
    QVERIFY(readSecretFile(path).error().message.contains(u"64 KiB"));
    QVERIFY(QFile::resize(path, qint64(1) << 40));
    QVERIFY(readSecretFile(path).error().message.contains(u"64 KiB"));
}

void SecretFileTest::saysSoWhenTheFileMayNotBeRead()
{
    const QString path = fileWith("token", 0000);
    const Result<Secret> secret = readSecretFile(path);
    if (geteuid() == 0) {
        // The rights of a file do not bind root.
        QCOMPARE(secret.value().reveal(), QByteArray("token"));
        return;
    }
    QVERIFY(!secret.hasValue());
    QCOMPARE(secret.error().kind, ErrorKind::SecretDenied);
}

TRAILGLASS_TEST(SecretFileTest)
#include "tst_secretfile.moc"
