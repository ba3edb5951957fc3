// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/sources/syncfromdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class SyncFromDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesATimeWithoutTheSpacesAroundIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("none") << u"-7d"_s;
        QTest::newRow("before") << u"  -7d"_s;
        QTest::newRow("after, as pasted") << u"-7d\t"_s;
        QTest::newRow("both") << u" -7d "_s;
    }
    void takesATimeWithoutTheSpacesAroundIt()
    {
        QFETCH(const QString, typed);
        SyncFromDialog dialog(u"work"_s, sevenDaysOnly);
        const QSignalSpy chosen(&dialog, &SyncFromDialog::chosen);
        dialog.show();

        dialog.findChild<QLineEdit *>(u"syncFrom"_s)->setText(typed);
        QCOMPARE(dialog.findChild<QLabel *>(u"syncFromNote"_s)->text(), u"a week ago"_s);
        dialog.findChild<QPushButton *>(u"syncFromButton"_s)->click();

        QCOMPARE(chosen, QList<QList<QVariant>>{{u"-7d"_s}});
    }

    void cannotBeAcceptedWithAnotherText()
    {
        SyncFromDialog dialog(u"work"_s, sevenDaysOnly);
        dialog.show();
        const auto *sync = dialog.findChild<QPushButton *>(u"syncFromButton"_s);
        const auto *note = dialog.findChild<QLabel *>(u"syncFromNote"_s);
        for (const QString &blank : {u""_s, u"  "_s}) {
            dialog.findChild<QLineEdit *>(u"syncFrom"_s)->setText(blank);
            QVERIFY(!sync->isEnabled() && note->text().isEmpty());
        }
        dialog.findChild<QLineEdit *>(u"syncFrom"_s)->setText(u"- 7d"_s);
        QVERIFY(!sync->isEnabled());
        QCOMPARE(note->text(), u"“- 7d” is no time"_s);
    }

private:
    static Result<QString> sevenDaysOnly(const QString &text)
    {
        if (text == "-7d"_L1)
            return u"a week ago"_s;
        return Error{ErrorKind::Usage, u"“%1” is no time"_s.arg(text)};
    }
};

TRAILGLASS_GUI_TEST(SyncFromDialogTest)
#include "tst_syncfromdialog.moc"
