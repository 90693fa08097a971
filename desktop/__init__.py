"""The desktop program of duizhang (对账), in Qt."""
