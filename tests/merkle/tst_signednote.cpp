// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/signednote.h"
#include "tests/merkle/samplekeys.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class SignedNoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsAsAnotherProgram();
    void opensNotesOfOtherPrograms_data();
    void opensNotesOfOtherPrograms();
    void opensWhatItSigned_data();
    void opensWhatItSigned();
    void passesOverSignaturesOfOthers();
    void aKnownNameWithAnotherKeyIsNotKnown();
    void oneWrongSignatureOfAKnownKeyIsEnough();
    void twoKeysMayHaveOneNumber();
    void everyChangedByteIsNoticed();
    void refusesWhatIsNoNote_data();
    void refusesWhatIsNoNote();
    void countsSignatures();
    void refusesANoteThatIsTooLarge();
    void refusesToSignWhatIsNoText_data();
    void refusesToSignWhatIsNoText();
    void namesTheSignerAsPlainText();
};

namespace {

const QString Name = u"trailglass.local/00f1e2d3c4b5a697"_s;
const QByteArray Text = "first line\n\nthird line\n";

QByteArray noteOf(const QByteArray &text, const QString &name = Name, int key = 1)
{
    return signNote(text, name, sampleKey(key)).value();
}

// The signature lines of a note, of which the text is Text.
QByteArray signaturesOf(const QByteArray &note)
{
    return note.sliced(Text.size() + 1);
}

std::vector<NoteVerifier> known(const QString &name = Name, int key = 1)
{
    return {sampleVerifier(name, key)};
}

} // namespace

void SignedNoteTest::signsAsAnotherProgram()
{
    // The example of the documentation of golang.org/x/mod/sumdb/note; the seed is that of its key after the type.
    const QByteArray typed = QByteArray::fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    const auto key = SigningKey::fromSeed(Secret::fromText(typed.sliced(1).toBase64()).value());
    QVERIFY(key.hasValue());
    const auto note = signNote("If you think cryptography is the "
                               "answer to your problem,\n"
                               "then you don't know what your problem is.\n",
                               u"PeterNeumann"_s, *key);
    QVERIFY(note.hasValue());
    QCOMPARE(*note,
             QByteArray(
                 "If you think cryptography is the "
                 "answer to your problem,\n"
                 "then you don't know what your problem is.\n\n"
                 "\xE2\x80\x94 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
                 "KvqfqdngotpRZb6KE6RyyBwJnAM=\n"));
}

void SignedNoteTest::opensNotesOfOtherPrograms_data()
{
    QTest::addColumn<QByteArray>("note");

    // Tree heads that Go's checksum database signed.
    QTest::newRow("of 2021") << QByteArray(
        "go.sum database tree\n6476701\nmb8QLQIs0Z0yP5Cstq6guj87oXWeC9gEM8oVikmm9Wk=\n\n"
        "\xE2\x80\x94 sum.golang.org "
        "Az3grsLX85Gz+s1SiTbgkuqxgItqFq7gsMUEyVnrsa9LM7Us9S+1xbFIGu95949rj4nPRYfvimWEPWL+"
        "o3GeoWwOoAw=\n");
    QTest::newRow("of 2023, with the signature of a witness")
        << QByteArray("go.sum database tree\n15368405\n/g9am3I6YWNKaZX/jkne1fqd9zEyjss+JXyPXG0WfkY=\n\n"
                      "\xE2\x80\x94 test.example.com "
                      "qTGhC/xIPQ0AXKHK6Y+9ypRfuvMZWPjRXM8NiOg5M1WREn07VQXyuIXM3NRNav3ieVFLUqDRK77PWDmL"
                      "6w8w84UqeAw=\n"
                      "\xE2\x80\x94 sum.golang.org "
                      "Az3grqJGUaSGukG9p8nI2vKgiFn7qGHxn0W+mrwyI6Gz3F0t1J3LzmWk/p96Ybf295EjwdSwlzgijq5W"
                      "A9d1Ded7owM=\n");
}

void SignedNoteTest::opensNotesOfOtherPrograms()
{
    QFETCH(QByteArray, note);

    const auto verifier =
        NoteVerifier::fromText(u"sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"_s);
    QVERIFY(verifier.hasValue());
    const auto opened = openNote(note, std::vector{*verifier});
    QVERIFY(opened.hasValue());
    QVERIFY(opened->verifier == *verifier);
    QVERIFY(note.startsWith(QByteArray(opened->text + '\n')));
    QVERIFY(opened->text.endsWith("=\n"));
}

void SignedNoteTest::opensWhatItSigned_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("one line") << QByteArray("line\n");
    QTest::newRow("only an empty line") << QByteArray("\n");
    QTest::newRow("empty lines inside and at the end") << QByteArray("\n\nfirst\n\n\n");
    QTest::newRow("other scripts") << QByteArray("журнал 日誌 \U0001F511\n");
    QTest::newRow("looks like a note itself") << noteOf(Text);
    QTest::newRow("long") << QByteArray(60'000, 'x') + '\n';
}

void SignedNoteTest::opensWhatItSigned()
{
    QFETCH(QByteArray, text);

    const auto opened = openNote(noteOf(text), known());
    QVERIFY(opened.hasValue());
    QCOMPARE(opened->text, text);
    QVERIFY(opened->verifier == sampleVerifier(Name, 1));
}

void SignedNoteTest::passesOverSignaturesOfOthers()
{
    const QByteArray first = noteOf(Text, u"first"_s, 1);
    const QByteArray all =
        first + signaturesOf(noteOf(Text, u"second"_s, 2)) + signaturesOf(noteOf(Text, u"third"_s, 3));
    const QStringList names{u"first"_s, u"second"_s, u"third"_s};
    for (int key = 1; key <= 3; ++key) {
        const auto opened = openNote(all, known(names.at(key - 1), key));
        QVERIFY(opened.hasValue());
        QCOMPARE(opened->verifier.name, names.at(key - 1));
    }
    const std::vector<NoteVerifier> both{sampleVerifier(u"third"_s, 3), sampleVerifier(u"second"_s, 2)};
    const auto opened = openNote(all, both);
    QVERIFY(opened.hasValue());
    QCOMPARE(opened->verifier.name, u"second"_s); // whose signature comes first
    QCOMPARE(opened->text, Text);
}

void SignedNoteTest::aKnownNameWithAnotherKeyIsNotKnown()
{
    const auto otherKey = openNote(noteOf(Text, Name, 1), known(Name, 2));
    QVERIFY(!otherKey);
    QCOMPARE(otherKey.error().kind, ErrorKind::NotFound);
    const auto markedName = openNote(noteOf(Text, QString(u"\uFEFF"_s + Name), 1), known(Name, 1));
    QVERIFY(!markedName);
    QCOMPARE(markedName.error().kind, ErrorKind::NotFound);
    const auto otherName = openNote(noteOf(Text, Name, 1), known(u"another"_s, 1));
    QVERIFY(!otherName);
    QCOMPARE(otherName.error().kind, ErrorKind::NotFound);
    const auto nobody = openNote(noteOf(Text), {});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
}

void SignedNoteTest::oneWrongSignatureOfAKnownKeyIsEnough()
{
    const QByteArray wrong = signaturesOf(noteOf(Text)); // the second text has the same length
    const QByteArray text = "first line\n\nThird line\n";
    const auto opened = openNote(QByteArray(text + '\n' + wrong), known());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Rejected);
    QVERIFY(opened.error().message.contains(Name));
    // Beside a right one, too.
    const std::vector<NoteVerifier> both{sampleVerifier(u"second"_s, 2), sampleVerifier(Name, 1)};
    const QByteArray mixed = noteOf(text, u"second"_s, 2) + wrong;
    QCOMPARE(openNote(mixed, both).error().kind, ErrorKind::Rejected);
    QVERIFY(openNote(mixed, known(u"second"_s, 2)).hasValue());
}

void SignedNoteTest::twoKeysMayHaveOneNumber()
{
    // The same signer twice in the list is the simplest case of it.
    const std::vector<NoteVerifier> twice{sampleVerifier(Name, 1), sampleVerifier(Name, 1)};
    QVERIFY(openNote(noteOf(Text), twice).hasValue());
}

void SignedNoteTest::everyChangedByteIsNoticed()
{
    const QByteArray note = noteOf(Text);
    for (qsizetype place = 0; place < note.size(); ++place) {
        QByteArray changed = note;
        changed[place] = static_cast<char>(changed.at(place) ^ 1);
        QVERIFY2(!openNote(changed, known()), QByteArray::number(place).constData());
        QVERIFY2(!openNote(note.first(place), known()), QByteArray::number(place).constData());
    }
}

void SignedNoteTest::refusesWhatIsNoNote_data()
{
    QTest::addColumn<QByteArray>("note");

    const QByteArray note = noteOf(Text);
    const QByteArray line = signaturesOf(note);
    const QByteArray base64 = line.sliced(line.lastIndexOf(' ') + 1).chopped(1);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a text") << Text;
    QTest::newRow("no signatures") << Text + '\n';
    QTest::newRow("no text") << '\n' + line;
    QTest::newRow("no empty line") << "text\n" + line;
    QTest::newRow("last line does not end") << note.chopped(1);
    QTest::newRow("line breaks of Windows") << QByteArray(note).replace("\n", "\r\n");
    QTest::newRow("a line that is no signature") << note + "text\n";
    QTest::newRow("a hyphen in place of the dash") << QByteArray(note).replace("\xE2\x80\x94", "-");
    QTest::newRow("no space after the dash") << QByteArray(note).replace("\xE2\x80\x94 ", "\xE2\x80\x94");
    QTest::newRow("only a dash") << Text + "\n\xE2\x80\x94 \n";
    QTest::newRow("no signature after the name") << Text + "\n\xE2\x80\x94 name\n";
    QTest::newRow("no name") << Text + "\n\xE2\x80\x94  " + base64 + '\n';
    QTest::newRow("a plus in the name") << Text + "\n\xE2\x80\x94 a+b " + base64 + '\n';
    QTest::newRow("a no-break space in the name") << Text + "\n\xE2\x80\x94 a\xC2\xA0" + "b " + base64 + '\n';
    QTest::newRow("two spaces") << Text + "\n\xE2\x80\x94 name  " + base64 + '\n';
    QTest::newRow("a space at the end") << note.chopped(1) + " \n";
    QTest::newRow("no base64") << Text + "\n\xE2\x80\x94 name !!!!\n";
    QTest::newRow("without padding") << Text + "\n\xE2\x80\x94 name AAAAAAA\n";
    QTest::newRow("the other alphabet") << Text + "\n\xE2\x80\x94 name AAAAA-__\n";
    QTest::newRow("unused bits that are set") << Text + "\n\xE2\x80\x94 name AAAAAAB=\n";
    QTest::newRow("a number without a signature") << Text + "\n\xE2\x80\x94 name AAAAAA==\n";
    QTest::newRow("a tab") << "a\tb\n\n" + line;
    QTest::newRow("NUL") << QByteArray("a\0b\n\n", 5) + line;
    QTest::newRow("invalid UTF-8") << "a\xFF\n\n" + line;
    QTest::newRow("an encoded surrogate in the name")
        << Text + "\n\xE2\x80\x94 \xED\xA0\x80 " + base64 + '\n';
}

void SignedNoteTest::refusesWhatIsNoNote()
{
    QFETCH(QByteArray, note);

    const auto opened = openNote(note, known());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Malformed);
    QVERIFY(opened.error().message.contains("not a signed note"_L1));
}

void SignedNoteTest::countsSignatures()
{
    QByteArray note = Text + '\n';
    for (int key = 1; key < MaxNoteSignatures; ++key)
        note += signaturesOf(noteOf(Text, u"key%1"_s.arg(key), key));
    note += signaturesOf(noteOf(Text, Name, 200));
    QVERIFY(openNote(note, known(Name, 200)).hasValue());
    const QByteArray oneMore = note + signaturesOf(noteOf(Text, u"other"_s, 201));
    const auto opened = openNote(oneMore, known(Name, 200));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::TooLarge);
    QVERIFY(opened.error().message.contains("16"_L1));
}

void SignedNoteTest::refusesANoteThatIsTooLarge()
{
    const QByteArray shortest = noteOf("\n");
    const qsizetype largest = MaxNoteSize - shortest.size();
    const QByteArray text = QByteArray(largest, 'x') + '\n';
    const auto fits = signNote(text, Name, sampleKey(1));
    QVERIFY(fits.hasValue());
    QCOMPARE(fits->size(), MaxNoteSize);
    QVERIFY(openNote(*fits, known()).hasValue());
    const auto larger = signNote(QByteArray('x' + text), Name, sampleKey(1));
    QVERIFY(!larger);
    QCOMPARE(larger.error().kind, ErrorKind::TooLarge);
    QCOMPARE(openNote(QByteArray('x' + *fits), known()).error().kind, ErrorKind::TooLarge);
}

void SignedNoteTest::refusesToSignWhatIsNoText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");

    QTest::newRow("nothing") << QByteArray() << Name;
    QTest::newRow("last line does not end") << QByteArray("line") << Name;
    QTest::newRow("carriage return") << QByteArray("line\r\n") << Name;
    QTest::newRow("invalid UTF-8") << QByteArray("\xC3\n") << Name;
    QTest::newRow("no name") << Text << QString();
    QTest::newRow("a name of two words") << Text << u"two words"_s;
    QTest::newRow("a name with a plus") << Text << u"a+b"_s;
}

void SignedNoteTest::refusesToSignWhatIsNoText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);

    const auto note = signNote(text, name, sampleKey(1));
    QVERIFY(!note);
    QCOMPARE(note.error().kind, ErrorKind::Usage);
    QVERIFY(!note.error().message.isEmpty());
}

void SignedNoteTest::namesTheSignerAsPlainText()
{
    const QString hostile = u"a\u202Eb"_s;
    const auto opened = openNote(noteOf(Text, hostile, 3), known());
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(u"a<U+202E>b"_s), qPrintable(opened.error().message));
}

TRAILGLASS_PURE_TEST(SignedNoteTest)
#include "tst_signednote.moc"
