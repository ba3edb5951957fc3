// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/languageguide.h"
#include "tests/runner/testclass.h"
#include "views/filters/filterguidedialog.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

/// The dialog, shown.
struct Guide
{
    FilterGuideDialog *dialog = new FilterGuideDialog; // deletes itself when it is closed
    QTableWidget *table = dialog->findChild<QTableWidget *>(u"guideTable"_s);
    QLineEdit *search = dialog->findChild<QLineEdit *>(u"guideSearch"_s);
    QPushButton *use = dialog->findChild<QPushButton *>(u"useExample"_s);
    QLabel *nothing = dialog->findChild<QLabel *>(u"guideNothing"_s);

    Guide()
    {
        dialog->show();
        if (!QTest::qWaitForWindowExposed(dialog))
            qFatal("The dialog is not shown.");
    }
    ~Guide() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Guide)

    /// The first cells of the rows in sight, in order.
    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        for (int row = 0; row < table->rowCount(); ++row) {
            if (!table->isRowHidden(row))
                texts += table->item(row, 0)->text();
        }
        return texts;
    }
    void choose(const QString &term) const
    {
        const auto found = table->findItems(term, Qt::MatchExactly);
        QVERIFY(!found.isEmpty());
        table->setCurrentItem(found.constFirst());
    }
};

} // namespace

class FilterGuideDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllOfTheGuide()
    {
        const Guide guide;
        QStringList expected;
        for (const Filter::GuideSection &section : Filter::languageGuide()) {
            expected += section.title;
            for (const Filter::GuideEntry &entry : section.entries)
                expected += entry.term;
        }
        QCOMPARE(guide.shown(), expected);
        QVERIFY(!guide.dialog->isModal());
        QVERIFY(guide.nothing->isHidden());
    }

    void findsWordsOfTermsAndMeanings()
    {
        const Guide guide;
        QTest::keyClicks(guide.search, u"REGULAR"_s);
        QCOMPARE(guide.shown(), QStringList({u"Fields and values"_s, u"action:/^user_.*_failed$/i"_s}));
        guide.search->setText(u"user_agent"_s);
        QCOMPARE(guide.shown(), QStringList({u"All fields"_s, u"user_agent"_s}));
        guide.search->setText(u"addresses"_s); // a title: all below it
        QVERIFY(guide.shown().contains(u"ip:10.0.0.0/8"_s) && guide.shown().contains(u"ip:2001:db8::/32"_s));
        guide.search->clear();
        QVERIFY(guide.shown().size() > 60);
    }

    void saysThatNothingIsFound()
    {
        const Guide guide;
        guide.choose(u"op:delete"_s);
        QVERIFY(guide.use->isEnabled());
        guide.search->setText(u"no such text"_s);
        QVERIFY(guide.shown().isEmpty());
        QVERIFY(guide.nothing->isVisible());
        QVERIFY(!guide.use->isEnabled()); // what is out of sight is not used
        guide.search->clear();
        QVERIFY(guide.nothing->isHidden());
    }

    void usesAnExample()
    {
        const Guide guide;
        QSignalSpy chosen(guide.dialog, &FilterGuideDialog::exampleChosen);
        QVERIFY(!guide.use->isEnabled());
        guide.choose(u"op:delete OR op:export"_s);
        guide.use->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.constLast().constFirst().toString(), u"op:delete OR op:export"_s);
        guide.choose(u"created:-7d"_s);
        QTest::keyClick(guide.table, Qt::Key_Return);
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.constLast().constFirst().toString(), u"created:-7d"_s);
        QVERIFY(guide.dialog->isVisible());
    }

    void aFieldByItselfIsNoExample()
    {
        const Guide guide;
        QSignalSpy chosen(guide.dialog, &FilterGuideDialog::exampleChosen);
        guide.choose(u"actor.email"_s);
        QVERIFY(!guide.use->isEnabled());
        QTest::keyClick(guide.table, Qt::Key_Return);
        QVERIFY(chosen.isEmpty());
    }

    void enterInTheSearchClosesNothing()
    {
        const Guide guide;
        QTest::keyClicks(guide.search, u"ip"_s);
        QTest::keyClick(guide.search, Qt::Key_Return);
        QVERIFY(guide.dialog->isVisible());
    }

    void rowsTakeTheLinesThatTheyNeed()
    {
        const Guide guide;
        const QHeaderView *rows = guide.table->verticalHeader();
        guide.dialog->resize(2400, 500);
        const int oneLine = guide.table->fontMetrics().height();
        QTRY_VERIFY(rows->length() < 2 * oneLine * rows->count());
        const int allLines = rows->length();
        guide.dialog->resize(500, 500);
        QTRY_VERIFY(rows->length() > allLines);
        guide.dialog->resize(2400, 500);
        QTRY_COMPARE(rows->length(), allLines);
    }
};

TRAILGLASS_GUI_TEST(FilterGuideDialogTest)
#include "tst_filterguidedialog.moc"
