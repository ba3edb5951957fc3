// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"

#include <QAbstractButton>

namespace Trailglass {

/// One source, small: the sign of its state, its name and how long ago it was synced, with a dot when something
/// is wrong. It keeps its width whatever the age is, also before the first sync.
class SourceChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SourceChip(QWidget *parent = nullptr);

    /// \param age       as of SourceTableModel::AgeRole
    /// \param nextSync  as of SourceTableModel::NextSyncRole; in the tool tip
    void setSource(const SourceRow &row, const QString &age, const QString &nextSync);
    [[nodiscard]] const QString &source() const { return m_row.name; }
    /// Whether the age is shown as well.
    void setAgeShown(bool isShown);

    /// As sizeHint(), with or without the age.
    [[nodiscard]] QSize sizeWith(bool isAgeShown) const;
    [[nodiscard]] QSize sizeHint() const override { return sizeWith(m_isAgeShown); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString shownName() const;
    void measureAges();

    SourceRow m_row;
    QString m_age;
    QString m_nextSync;
    bool m_isAgeShown = true;
    int m_ageRoom = 0; ///< for any age below a hundred days
};

} // namespace Trailglass
