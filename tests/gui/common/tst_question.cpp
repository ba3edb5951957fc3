// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/plaintext.h"
#include "views/evidence/keyquestion.h"
#include "views/sources/approvalquestion.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// What a message box asks has the room that it needs, whatever is in it.
class QuestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrdinaryTextsAsTheyAre()
    {
        const QString text =
            u"The source work sends the content of the file /home/ann/key to https://a.example."_s;
        QCOMPARE(PlainText::withBrokenWords(text), text);
        const std::unique_ptr<QMessageBox> box(
            PlainText::question(nullptr, u"Title"_s, text, u"Why & how"_s));
        QCOMPARE(box->text(), text);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QVERIFY2(box->informativeText().contains(u"Why &amp; how"_s), qPrintable(box->informativeText()));
        QCOMPARE(box->detailedText(), QString());
    }

    void breaksLongWordsAndLosesNothing()
    {
        const QString word(10'000, u'x');
        const QString broken = PlainText::withBrokenWords(u"a "_s + word + u" b"_s);
        const QStringList lines = broken.split(u'\n');
        QVERIFY(std::ranges::all_of(lines, [](const QString &line) { return line.size() <= 62; }));
        QCOMPARE(QString(broken).remove(u'\n'), QString(u"a "_s + word + u" b"_s));
    }

    void leavesOutTheMiddleOfALongText()
    {
        const QString text = QString(u"word "_s).repeated(2'000);
        const std::unique_ptr<QMessageBox> box(PlainText::question(nullptr, u"Title"_s, text, text));
        const QStringList parts = box->text().split(u'…');
        QCOMPARE(parts.size(), 2);
        QVERIFY(text.startsWith(parts.at(0)) && text.endsWith(parts.at(1)));
        QVERIFY(parts.at(0).size() > 200 && parts.at(1).size() > 200);
        QVERIFY(box->text().size() < 700);
        QVERIFY(box->informativeText().size() < 800);
        QCOMPARE(box->detailedText(), QString(text + u"\n\n"_s + text));
    }

    void showsTheEndOfALongKeyAndAllOfItInTheDetails_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("isCut");
        QTest::newRow("ordinary") << u"file:/home/ann/key"_s << false;
        QTest::newRow("long") << QString(u"file:/"_s + QString(2'000, u'x') + u"/<b>\u202e/key"_s) << true;
        QTest::newRow("long as it is shown")
            << QString(u"file:/"_s + QString(400, u'\u202e') + u"/key"_s) << true;
    }
    void showsTheEndOfALongKeyAndAllOfItInTheDetails()
    {
        QFETCH(const QString, place);
        QFETCH(const bool, isCut);
        const std::unique_ptr<QMessageBox> box(keyQuestion(nullptr, place, [](bool) {}));
        const QString visible = QString(place).replace(u'\u202e', u"<U+202E>"_s);
        QVERIFY2(QString(box->text()).remove(u'\n').endsWith(u"/key?"_s), qPrintable(box->text()));
        QCOMPARE(box->detailedText(),
                 isCut ? QString(u"Read the signing key from "_s + visible + u'?') : QString());
    }

    /// Each of these characters has two units, and an odd number of units is before and after the cut.
    void cutsNoCharacterInTwo()
    {
        const QString pair = u"😀"_s;
        const QString text = u"a"_s + pair.repeated(1'000) + u"b"_s;
        const std::unique_ptr<QMessageBox> question(PlainText::question(nullptr, u"Title"_s, text));
        const std::unique_ptr<QMessageBox> approval(approvalQuestion(nullptr, {text}, [](qsizetype) {}));
        for (const QMessageBox *box : {question.get(), approval.get()}) {
            const QString shown = QString(box->text()).remove(u'\n');
            QVERIFY2(shown.contains(QString(pair + u'…' + pair)), qPrintable(shown));
            QCOMPARE(QString(shown).remove(pair), u"a…b"_s);
        }
    }

    void asksAboutAsManyReferencesAsCanBeRead_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("asked");
        QTest::newRow("ordinary") << 100 << 8;
        QTest::newRow("long") << 500 << 2;
        QTest::newRow("too long to be shown") << 5'000 << 1;
    }
    void asksAboutAsManyReferencesAsCanBeRead()
    {
        QFETCH(const int, length);
        QFETCH(const int, asked);
        qsizetype allowed = 0;
        const QString sentence = QString(length - 8, u'y') + u" to here"_s;
        QMessageBox *box = approvalQuestion(nullptr, QStringList(20, sentence),
                                            [&allowed](qsizetype shown) { allowed = shown; });
        QVERIFY(box->text().endsWith(u" to here"_s)); // which server it is, in any case
        QCOMPARE(box->detailedText(), length > MaxCharactersInQuestion ? sentence : QString());
        box->open();
        box->findChild<QPushButton *>(u"allow"_s)->click();
        QCOMPARE(allowed, static_cast<qsizetype>(asked));
    }
};

TRAILGLASS_GUI_TEST(QuestionTest)
#include "tst_question.moc"
