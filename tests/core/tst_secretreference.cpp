// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/secretreference.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class SecretReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsReferences_data();
    void readsReferences();
    void takesRelativePathsFromTheWorkingFolder();
    void refusesARelativePathWithoutAFolder();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void neverQuotesWhatItRefuses();
};

void SecretReferenceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void SecretReferenceTest::readsReferences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SecretReference::Kind>("kind");
    QTest::addColumn<QString>("place");

    using Kind = SecretReference::Kind;
    QTest::newRow("keychain") << u"keychain"_s << Kind::Keychain << QString();
    QTest::newRow("session") << u"session"_s << Kind::Session << QString();
    QTest::newRow("variable") << u"env:ASANA_TOKEN"_s << Kind::Environment << u"ASANA_TOKEN"_s;
    QTest::newRow("variable, unusual") << u"env:_t0ken"_s << Kind::Environment << u"_t0ken"_s;
    QTest::newRow("file") << u"file:/run/secrets/asana"_s << Kind::File << u"/run/secrets/asana"_s;
    QTest::newRow("file with spaces and colons") << u"file:/a b/c:d=e"_s << Kind::File << u"/a b/c:d=e"_s;
    QTest::newRow("file of another script") << u"file:/ключ"_s << Kind::File << u"/ключ"_s;
}

void SecretReferenceTest::readsReferences()
{
    QFETCH(QString, text);
    QFETCH(SecretReference::Kind, kind);
    QFETCH(QString, place);

    const Result<SecretReference> reference = parseSecretReference(text);
    QVERIFY(reference.hasValue());
    QCOMPARE(reference->kind, kind);
    QCOMPARE(reference->place, place);
    QCOMPARE(printSecretReference(*reference), text);
}

void SecretReferenceTest::takesRelativePathsFromTheWorkingFolder()
{
    QCOMPARE(parseSecretReference(u"file:token"_s, u"/home/ann"_s)->place, u"/home/ann/token"_s);
    QCOMPARE(parseSecretReference(u"file:./a/token"_s, u"/"_s)->place, u"/./a/token"_s);
    QCOMPARE(parseSecretReference(u"file:/etc/token"_s, u"/home/ann"_s)->place, u"/etc/token"_s);
}

void SecretReferenceTest::refusesARelativePathWithoutAFolder()
{
    const Result<SecretReference> reference = parseSecretReference(u"file:token"_s);
    QVERIFY(!reference.hasValue());
    QVERIFY(reference.error().message.contains(u"absolute"));
}

void SecretReferenceTest::refusesEverythingElse_data()
{
    QTest::addColumn<QString>("text");

    for (const QString &text :
         {u""_s, u"Keychain"_s, u"keychain "_s, u"keychain:x"_s, u"env"_s, u"env:"_s, u"env:1A"_s,
          u"env:A-B"_s, u"env:A=B"_s, u"env: A"_s, u"env:A "_s, u"env:A\n"_s, u"env:Ä"_s, u"ENV:A"_s,
          u"file"_s, u"file:"_s, u"https://example.org"_s, u"2/1199/abcdef"_s})
        QTest::newRow(text.isEmpty() ? "nothing" : qPrintable(text)) << text;
    QTest::newRow("NUL in the path") << QString(u"file:/a"_s + QChar(u'\0') + u'b');
}

void SecretReferenceTest::refusesEverythingElse()
{
    QFETCH(QString, text);

    const Result<SecretReference> reference = parseSecretReference(text, u"/home/ann"_s);
    QVERIFY(!reference.hasValue());
    QCOMPARE(reference.error().kind, ErrorKind::Usage);
    QVERIFY(reference.error().message.endsWith(u'.'));
}

void SecretReferenceTest::neverQuotesWhatItRefuses()
{
    for (const QString &text : {u"pastedToken"_s, u"env:pastedToken!"_s, u"file:pastedToken"_s})
        QVERIFY(!parseSecretReference(text).error().message.contains(u"pastedToken"));
}

TRAILGLASS_TEST(SecretReferenceTest)
#include "tst_secretreference.moc"
