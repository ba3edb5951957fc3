// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "models/filter/edits.h"
#include "views/common/filterintent.h"

#include <QWidget>

#include <memory>

class QBoxLayout;
class QCheckBox;
class QTimeZone;
class QTreeView;

namespace Trailglass {

class RecordFieldsModel;
class ValueActions;

/// The fields of an event with their values and origins. In a wide pane, as below the table, all of its height is theirs.
/// \thread GUI
class FieldsView : public QWidget
{
    Q_OBJECT

public:
    explicit FieldsView(QWidget *parent = nullptr);

    /// Null shows nothing.
    void setRecord(std::shared_ptr<const EventRecord> record);
    /// Nothing can be done with a value until the next call of it.
    void suspend();
    void setDisplayZone(const QTimeZone &zone);

    /// Whether fields without a value are listed; false until set.
    [[nodiscard]] bool showsEmptyFields() const;
    void setShowsEmptyFields(bool shows);

Q_SIGNALS:
    /// showsEmptyFields() is another.
    void choiceChanged();
    void filterRequested(Trailglass::FilterEdit edit, const Trailglass::Filter::FieldReference &field,
                         const Trailglass::Filter::FieldValue &value);
    void columnRequested(const QString &column);
    void facetRequested(const QString &field);
    void openRequested(const QString &title, const std::string &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] static QString emptyFieldsText(int count);
    void arrange(bool isWide);

    RecordFieldsModel *m_model;
    QTreeView *m_list;
    QCheckBox *m_empty;
    QBoxLayout *m_layout;
    ValueActions *m_actions;
};

} // namespace Trailglass
