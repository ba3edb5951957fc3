// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/field.h"

#include <QWidget>

#include <string>
#include <vector>

namespace Trailglass {

/// Says which colour of a timeline is which value, as far as there is room. \thread GUI
class TimelineLegend : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLegend(QWidget *parent = nullptr);

    /// \param hasUnsynced  whether there is hatching to explain
    void setValues(Field splitBy, const std::vector<std::string> &values, bool hasUnsynced);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Field m_splitBy = Field::Outcome;
    std::vector<std::string> m_values;
    bool m_hasUnsynced = false;
};

} // namespace Trailglass
