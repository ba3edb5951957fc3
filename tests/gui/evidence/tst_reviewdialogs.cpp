// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/messagestrip.h"
#include "views/evidence/reviewdialog.h"
#include "views/evidence/reviewlogdialog.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// “Mark as reviewed” and the review log.
class ReviewDialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        delete m_review;
        delete m_log;
    }

    void saysWhatIsReviewedAndHowMuchIsNew_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << qint64{0} << u"No event is new."_s;
        QTest::newRow("one") << qint64{1} << u"1 event(s) are new."_s;
        QTest::newRow("more") << qint64{1'234} << u"%1 event(s) are new."_s.arg(QLocale().toString(1'234));
    }
    void saysWhatIsReviewedAndHowMuchIsNew()
    {
        QFETCH(const qint64, count);
        QFETCH(const QString, says);
        open({.filter = u"<b>actor</b>:%1"_s, .reviewer = u"ann"_s, .noteLimit = 10});
        QCOMPARE(label(u"reviewFilter"_s), u"Filter: <b>actor</b>:%1"_s);
        QCOMPARE(label(u"reviewReviewer"_s), u"Reviewer: ann"_s);
        QCOMPARE(label(u"reviewLast"_s), u"These events have not been reviewed before."_s);
        QVERIFY(label(u"reviewCount"_s).startsWith(u"Counting"_s));
        m_review->showCount(count);
        QCOMPARE(label(u"reviewCount"_s), says);
    }

    void requestsOneReviewWithItsNote()
    {
        open({.reviewer = u"ann"_s, .last = u"2026-11-20"_s, .noteLimit = 100});
        QCOMPARE(label(u"reviewFilter"_s), u"Filter: none, all events"_s);
        QSignalSpy requests(m_review.data(), &ReviewDialog::reviewRequested);
        edit()->setPlainText(u" nothing unusual \n"_s);
        button()->click();
        button()->click(); // it is on its way
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.constFirst().constFirst().toString(), u"nothing unusual"_s);
        m_review->showFailure(u"The disk is full."_s);
        QCOMPARE(m_review->findChild<MessageStrip *>()->text(), u"The disk is full."_s);
        button()->click();
        QCOMPARE(requests.size(), 2);
        m_review->showReviewed();
        QTRY_VERIFY(!m_review);
    }

    void refusesANoteThatIsTooLong()
    {
        open({.reviewer = u"ann"_s, .noteLimit = 3});
        edit()->setPlainText(u"four"_s);
        QVERIFY(!button()->isEnabled());
        edit()->setPlainText(u"two"_s);
        QVERIFY(button()->isEnabled());
    }

    void listsEntriesAndShowsTheNoteOfOne()
    {
        openLog();
        m_log->showRows({{.time = u"2026-11-21"_s,
                          .reviewer = u"bob\u202E"_s,
                          .review = u"default"_s,
                          .count = u"12"_s,
                          .filter = {},
                          .note = u"first\nsecond\u0007"_s},
                         {.time = u"2026-11-20"_s,
                          .reviewer = u"ann"_s,
                          .review = u"night"_s,
                          .count = u"3"_s,
                          .filter = u"hour:22..5"_s,
                          .note = {}}},
                        false);
        auto *list = m_log->findChild<QTreeWidget *>(u"reviewLogList"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(1), u"bob<U+202E>"_s);
        const auto *details = m_log->findChild<QPlainTextEdit *>(u"reviewLogDetails"_s);
        QCOMPARE(details->toPlainText(), u"Filter: all events\nfirst\nsecond<U+0007>"_s);
        list->setCurrentItem(list->topLevelItem(1));
        QCOMPARE(details->toPlainText(), u"Filter: hour:22..5"_s);
    }

    void theNoteHasTheRoomOfTheLog()
    {
        openLog();
        m_log->showRows({{.time = u"2026-12-01 13:54:44 UTC"_s,
                          .reviewer = u"ann"_s,
                          .review = u"actor:~mara created:2026-11-21..2026-11-22"_s,
                          .count = u"63"_s,
                          .filter = u"actor:~mara created:2026-11-21..2026-11-22"_s,
                          .note = u"First pass, exports looked at"_s}},
                        false);
        auto *list = m_log->findChild<QTreeWidget *>(u"reviewLogList"_s);
        const int note = list->columnCount() - 1;
        QCOMPARE(list->headerItem()->text(note), u"Note"_s);
        QTRY_COMPARE(list->header()->length(), list->viewport()->width()); // nothing to scroll
        const QString text = list->topLevelItem(0)->text(note);
        QVERIFY2(list->columnWidth(note) > list->fontMetrics().horizontalAdvance(text),
                 qPrintable(QString::number(list->columnWidth(note))));
    }

    void saysWhereOlderEntriesAre()
    {
        openLog();
        m_log->showRows({{.time = u"2026-11-21"_s}}, true);
        auto *list = m_log->findChild<QTreeWidget *>(u"reviewLogList"_s);
        QCOMPARE(list->topLevelItemCount(), 2);
        QVERIFY(list->topLevelItem(1)->text(0).contains(u"trailglass-cli review log"_s));
    }

    void saysThatNothingWasReviewedOrCanBeRead()
    {
        openLog();
        const auto text = [this] {
            QStringList texts;
            for (const QLabel *each :
                 m_log->findChild<QWidget *>(u"reviewLogState"_s)->findChildren<QLabel *>())
                texts += each->text();
            return texts.join(u' ');
        };
        QVERIFY2(text().contains(u"Reading"_s), qPrintable(text()));
        m_log->showRows({}, false);
        QVERIFY2(text().contains(u"Nothing was reviewed yet"_s), qPrintable(text()));
        m_log->showFailure(u"The disk cannot be read."_s);
        QVERIFY2(text().contains(u"The disk cannot be read."_s), qPrintable(text()));
    }

private:
    void open(const ReviewOffer &offer)
    {
        m_review = new ReviewDialog(offer, nullptr);
        m_review->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_review));
    }
    void openLog()
    {
        m_log = new ReviewLogDialog(nullptr);
        m_log->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_log));
    }
    [[nodiscard]] QString label(const QString &name) const
    {
        return m_review->findChild<QLabel *>(name)->text();
    }
    [[nodiscard]] QPlainTextEdit *edit() const
    {
        return m_review->findChild<QPlainTextEdit *>(u"reviewNoteText"_s);
    }
    [[nodiscard]] QAbstractButton *button() const
    {
        return m_review->findChild<QAbstractButton *>(u"reviewButton"_s);
    }

    QPointer<ReviewDialog> m_review;
    QPointer<ReviewLogDialog> m_log;
};

TRAILGLASS_GUI_TEST(ReviewDialogsTest)
#include "tst_reviewdialogs.moc"
