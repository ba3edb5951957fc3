// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowwalk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QtTest>

#include <algorithm>

namespace Trailglass::Testing {

namespace {

constexpr int MaxRows = 300;
constexpr int Patience = 60'000; // ms

enum class ToolTips
{
    Left,
    Added
};

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, ToolTips toolTips, CellTexts &texts)
{
    const int rows = std::min(model.rowCount(parent), MaxRows);
    const int columns = model.columnCount(parent);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts.shown << index.data().toString() << index.data(Qt::AccessibleTextRole).toString();
            if (toolTips == ToolTips::Added)
                texts.toolTips << index.data(Qt::ToolTipRole).toString();
            if (column == 0 && model.hasChildren(index) && texts.shown.size() < 10'000)
                addRows(model, index, toolTips, texts);
        }
    }
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return {};
}

CellTexts textsOfCells(const QAbstractItemView &view, ToolTips toolTips)
{
    CellTexts texts;
    const QAbstractItemModel *model = view.model();
    if (!model || qobject_cast<const QHeaderView *>(&view))
        return texts; // a header has the model of its view
    addRows(*model, view.rootIndex(), toolTips, texts);
    for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
        texts.shown << model->headerData(column, Qt::Horizontal).toString();
        if (toolTips == ToolTips::Added)
            texts.toolTips << model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    }
    return texts;
}

/// Whether one of textsInSight() has the part. Cells come last: they are many.
bool isInSight(const QWidget &root, const QString &part)
{
    const auto hasPart = [&part](const QString &text) {
        return text.contains(part);
    };
    const QList<QWidget *> widgets = root.findChildren<QWidget *>();
    const auto says = [&hasPart](const QWidget *widget) {
        return widget->isVisible() && hasPart(textOf(widget));
    };
    const auto lists = [&hasPart](const QWidget *widget) {
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->isVisible())
            return false;
        const QStringList texts = textsOfCells(*view, ToolTips::Left).shown;
        return std::ranges::any_of(texts, hasPart);
    };
    return std::ranges::any_of(widgets, says) || std::ranges::any_of(widgets, lists);
}

} // namespace

CellTexts cellTexts(const QAbstractItemView &view)
{
    return textsOfCells(view, ToolTips::Added);
}

QStringList textsInSight(const QWidget &root)
{
    QStringList texts;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        texts << textOf(widget);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            texts << textsOfCells(*view, ToolTips::Left).shown;
    }
    texts.removeAll(QString());
    return texts;
}

bool waitForText(const QWidget &root, const QString &part)
{
    if (QTest::qWaitFor([&root, &part] { return isInSight(root, part); }, Patience))
        return true;
    qWarning("%s is not among: %s", qPrintable(part), qPrintable(textsInSight(root).join(u'\n')));
    return false;
}

bool hasMessageBox()
{
    return std::ranges::any_of(QApplication::topLevelWidgets(), [](const QWidget *window) {
        return window->isVisible() && qobject_cast<const QMessageBox *>(window);
    });
}

QList<QPointer<QWidget>> allWidgets()
{
    const QWidgetList widgets = QApplication::allWidgets();
    return {widgets.cbegin(), widgets.cend()};
}

} // namespace Trailglass::Testing
