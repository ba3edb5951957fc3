// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/formlabels.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// Forms that stand below each other.
class FormLabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsBeginAtOneLine()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *first = new QFormLayout;
        auto *name = new QLineEdit;
        first->addRow(u"Name"_s, name);
        column->addLayout(first);
        auto *inner = new QWidget;
        auto *second = new QFormLayout(inner);
        second->setContentsMargins({});
        auto *rules = new QLineEdit;
        second->addRow(u"Rules of many words"_s, rules);
        second->addRow(u"Note"_s, new QLineEdit);
        column->addWidget(inner);
        window.resize(500, 200);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const auto left = [&window](const QWidget *field) {
            return field->mapTo(&window, QPoint()).x();
        };
        QVERIFY(left(name) < left(rules));

        alignFormLabels(window);
        QTRY_COMPARE(left(name), left(rules));
    }
};

TRAILGLASS_GUI_TEST(FormLabelsTest)
#include "tst_formlabels.moc"
