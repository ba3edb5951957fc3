// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/events/cellsigns.h"

#include "views/common/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Trailglass::CellSigns {

namespace {

constexpr qreal LineWidth = 1.6;

/// Draws around the centre, in a square from -4.5 to 4.5, and leaves the painter as it was.
class SignPainter
{
public:
    SignPainter(QPainter &painter, const QPointF &centre, const QColor &colour)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(centre);
        m_painter.setPen(QPen(colour, LineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(Qt::NoBrush);
    }
    ~SignPainter() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(SignPainter)

    void line(qreal x1, qreal y1, qreal x2, qreal y2) { m_painter.drawLine(QLineF(x1, y1, x2, y2)); }
    void strip(const QPolygonF &points) { m_painter.drawPolyline(points); }
    void shape(const QPolygonF &points)
    {
        m_painter.setBrush(m_painter.pen().color());
        m_painter.drawPolygon(points);
    }
    void ring(qreal radius) { m_painter.drawEllipse(QPointF(), radius, radius); }
    void dot(qreal radius)
    {
        m_painter.setBrush(m_painter.pen().color());
        m_painter.drawEllipse(QPointF(), radius, radius);
    }
    void lock()
    {
        m_painter.drawArc(QRectF(-2.2, -4.2, 4.4, 5), 0, 180 * 16);
        m_painter.setBrush(m_painter.pen().color());
        m_painter.drawRect(QRectF(-3.2, -0.8, 6.4, 4.6));
    }

private:
    QPainter &m_painter;
};

} // namespace

void paint(QPainter &painter, const QPointF &centre, Outcome outcome, const QColor &colour)
{
    SignPainter sign(painter, centre, colour);
    switch (outcome) {
    case Outcome::Success:
        return sign.strip({{-4, 0.2}, {-1.2, 3.2}, {4, -3.4}});
    case Outcome::Failure:
        sign.line(-3.4, -3.4, 3.4, 3.4);
        return sign.line(-3.4, 3.4, 3.4, -3.4);
    case Outcome::Unknown:
        return;
    }
}

void paint(QPainter &painter, const QPointF &centre, Operation operation, const QColor &colour)
{
    SignPainter sign(painter, centre, colour);
    switch (operation) {
    case Operation::Create:
        sign.line(-4, 0, 4, 0);
        return sign.line(0, -4, 0, 4);
    case Operation::Read:
        return sign.ring(3.4);
    case Operation::Update:
        sign.line(-3.6, 3.6, 3.4, -3.4);
        return sign.line(-3.6, 3.6, -0.6, 3.6);
    case Operation::Delete:
        return sign.line(-4, 0, 4, 0);
    case Operation::Auth:
        return sign.lock();
    case Operation::Grant:
        return sign.shape({{-3.4, -3.6}, {3.4, -3.6}, {3.4, 0.4}, {0, 4}, {-3.4, 0.4}});
    case Operation::Execute:
        return sign.shape({{-2.6, -3.8}, {3.6, 0}, {-2.6, 3.8}});
    case Operation::Export:
        sign.line(-3.4, 3.4, 3.4, -3.4);
        return sign.strip({{-1.4, -3.4}, {3.4, -3.4}, {3.4, 1.4}});
    case Operation::Other:
        return sign.dot(1.2);
    }
}

QColor colour(Operation operation, const QPalette &palette)
{
    return Colours::series(static_cast<int>(operation), palette);
}

} // namespace Trailglass::CellSigns
