// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// The lines that the README of a bundle gives to its recipients: signatures and keys between this program and `openssl`.

#include "models/merkle/signednote.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <optional>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class OpensslTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verifiesWhatThisProgramSigned();
    void signsWhatThisProgramVerifies();
    void makesKeysThatThisProgramReads();

private:
    [[nodiscard]] bool run(const QStringList &arguments);
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    std::optional<QTemporaryDir> m_folder;
};

namespace {

const QString Name = u"trailglass.local/00f1e2d3c4b5a697"_s;
const QByteArray DerHead = QByteArray::fromHex("302e020100300506032b657004220420"); // RFC 8410 7

QByteArray privatePem(const SigningKey &key)
{
    const QByteArray seed = QByteArray::fromBase64(key.seed().reveal());
    return "-----BEGIN PRIVATE KEY-----\n" + QByteArray(DerHead + seed).toBase64()
        + "\n-----END PRIVATE KEY-----\n";
}

} // namespace

void OpensslTest::init()
{
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
}

bool OpensslTest::run(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.start(u"openssl"_s, arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

void OpensslTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray OpensslTest::read(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void OpensslTest::verifiesWhatThisProgramSigned()
{
    const SigningKey key = sampleKey(7);
    const QByteArray text = "first line\nsecond line\n";
    const auto note = signNote(text, Name, key);
    QVERIFY(note.hasValue());
    // The signature of a note as such: what follows the number of the key in its last word.
    const QByteArray word = note->sliced(note->lastIndexOf(' ') + 1).trimmed();
    write(u"text"_s, text);
    write(u"signature"_s, QByteArray::fromBase64(word).sliced(4));
    write(u"key.pem"_s, publicKeyPem(key.publicKey()));
    const QStringList verify{u"pkeyutl"_s, u"-verify"_s, u"-pubin"_s, u"-inkey"_s,   u"key.pem"_s,
                             u"-rawin"_s,  u"-in"_s,     u"text"_s,   u"-sigfile"_s, u"signature"_s};
    QVERIFY(run(verify));
    write(u"text"_s, "first line\nsecond Line\n");
    QVERIFY(!run(verify));
    write(u"text"_s, text);
    QVERIFY(run(verify));
    write(u"key.pem"_s, publicKeyPem(sampleKey(8).publicKey()));
    QVERIFY(!run(verify));
}

void OpensslTest::signsWhatThisProgramVerifies()
{
    const SigningKey key = sampleKey(9);
    const QByteArray text = "a text\n";
    write(u"text"_s, text);
    write(u"private.pem"_s, privatePem(key));
    QVERIFY(run({u"pkeyutl"_s, u"-sign"_s, u"-inkey"_s, u"private.pem"_s, u"-rawin"_s, u"-in"_s, u"text"_s,
                 u"-out"_s, u"signature"_s}));
    QVERIFY(verifies(key.publicKey(), text, read(u"signature"_s)));
    QCOMPARE(read(u"signature"_s), key.sign(text).value());
    QVERIFY(run({u"pkey"_s, u"-in"_s, u"private.pem"_s, u"-pubout"_s, u"-out"_s, u"public.pem"_s}));
    QCOMPARE(read(u"public.pem"_s), publicKeyPem(key.publicKey()));
}

void OpensslTest::makesKeysThatThisProgramReads()
{
    QVERIFY(run(
        {u"genpkey"_s, u"-algorithm"_s, u"ed25519"_s, u"-outform"_s, u"DER"_s, u"-out"_s, u"private.der"_s}));
    QVERIFY(run({u"pkey"_s, u"-inform"_s, u"DER"_s, u"-in"_s, u"private.der"_s, u"-pubout"_s, u"-out"_s,
                 u"public.pem"_s}));
    const QByteArray der = read(u"private.der"_s);
    QVERIFY(der.startsWith(DerHead));
    const auto key = SigningKey::fromSeed(Secret::fromText(der.sliced(DerHead.size()).toBase64()).value());
    QVERIFY(key.hasValue());
    const auto publicKey = publicKeyFromPem(read(u"public.pem"_s));
    QVERIFY(publicKey.hasValue());
    QVERIFY(*publicKey == key->publicKey());
}

TRAILGLASS_TEST(OpensslTest)
#include "tst_openssl.moc"
